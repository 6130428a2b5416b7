using System.Xml;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>What must not be in a workbook: programs, other files, and what fetches from elsewhere. It shows in the names of parts, in their types, and in what refers to them.</summary>
internal static class XlsxContents
{
    public const string Types = "[Content_Types].xml";

    private static readonly (string[] Words, string Wrong, string Remedy)[] Unwanted =
    [
        (["vbaProject", "macroEnabled", "macrosheet", "vbaData", "attachedToolbars", "dialogsheet"], "The file holds macros.", "Save it as \"Excel workbook (.xlsx)\", which leaves them out."),
        (["externalLink", "connections", "queryTable", "webExtension", "customData"], "The file has links to other files or to data elsewhere.", "Break the links (Data, Edit links), or copy the values into a new workbook."),
        (["oleObject", "embedding", "activeX", "ctrlProp", "relationships/package", "relationships/control", "altChunk", "attachedTemplate"], "The file has other files or controls embedded.", "Remove them, or copy the values into a new workbook."),
        (["sheet.binary", "workbook.bin"], "The file is a binary workbook (.xlsb).", "Save it as \"Excel workbook (.xlsx)\"."),
    ];

    /// <summary>Checks the names of parts, and the types that those parts have.</summary>
    public static void Check(XlsxPackage package, IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            Check(name);
        }

        package.ReadXml(Types, xml => xml.Each("Override", () => Check(xml.GetAttribute("ContentType"))));
        package.ReadXml(Types, xml => xml.Each("Default", () => CheckDefault(xml, names)));
    }

    /// <summary>Walks through a part to its end and checks what it refers to.</summary>
    public static void CheckReferences(XmlReader xml) => xml.Each("Relationship", () => Check(xml.GetAttribute("Type")));

    /// <summary>Some programs name the type of each ending they know; it counts when a part has the ending.</summary>
    private static void CheckDefault(XmlReader xml, IReadOnlyCollection<string> names)
    {
        if (names.Any(name => name.EndsWith($".{xml.GetAttribute("Extension")}", StringComparison.OrdinalIgnoreCase)))
        {
            Check(xml.GetAttribute("ContentType"));
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
