using System.Xml;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>What must not be in a workbook: programs, other files, and what fetches from elsewhere. It shows in the names of parts, in their types, and in what refers to them.</summary>
internal static class XlsxContents
{
    private static readonly (string[] Words, string Wrong, string Remedy)[] Unwanted =
    [
        (["vbaProject", "macroEnabled", "macrosheet", "vbaData", "attachedToolbars", "dialogsheet"], "The file holds macros.", "Save it as \"Excel workbook (.xlsx)\", which leaves them out."),
        (["externalLink", "connections", "queryTable", "webExtension", "customData"], "The file has links to other files or to data elsewhere.", "Break the links (Data, Edit links), or copy the values into a new workbook."),
        (["oleObject", "embedding", "activeX", "ctrlProp", "relationships/package", "relationships/control", "altChunk", "attachedTemplate"], "The file has other files or controls embedded.", "Remove them, or copy the values into a new workbook."),
        (["sheet.binary", "workbook.bin"], "The file is a binary workbook (.xlsb).", "Save it as \"Excel workbook (.xlsx)\"."),
    ];

    public static void CheckName(string name) => Check(name);

    /// <summary>Walks through a part to its end; for types and references it looks at what they name.</summary>
    public static void Check(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Default" or "Override" or "Relationship")
            {
                Check(xml.GetAttribute("ContentType"));
                Check(xml.GetAttribute("Type"));
            }
        }
    }

    private static void Check(string? text)
    {
        foreach (var (_, wrong, remedy) in Unwanted.Where(kind => kind.Words.Any(word => text?.Contains(word, StringComparison.OrdinalIgnoreCase) is true)))
        {
            throw new RefusedFileException(wrong, remedy);
        }
    }
}
