using System.Xml;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Walks through XML without keeping it.</summary>
internal static class XmlWalk
{
    /// <summary>Reads to the end and stops at each element of that name.</summary>
    public static void Each(this XmlReader xml, string element, Action take)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element)
            {
                take();
            }
        }
    }
}
