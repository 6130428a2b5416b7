using System.Xml;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Goes through every part of a workbook once before anything else reads it.</summary>
internal static class XlsxScan
{
    private const string Workbook = "xl/workbook.xml";
    private const string Texts = "xl/sharedStrings.xml";

    /// <summary>What the sheets hold, by their names; refuses what must not be in a file.</summary>
    public static IReadOnlyDictionary<string, XlsxSheetScan> Read(byte[] file, CancellationToken cancellationToken)
    {
        using var package = XlsxPackage.Open(file, cancellationToken);
        var names = package.Names.Where(name => !name.EndsWith('/')).ToList();
        if (!names.Contains(XlsxContents.Types) || !names.Contains(Workbook))
        {
            throw new RefusedFileException("The file is not a workbook (.xlsx).", "Save it as \"Excel workbook (.xlsx)\".");
        }

        XlsxContents.Check(package, names);
        var scans = names.ToDictionary(name => name, name => Scan(package, name), StringComparer.OrdinalIgnoreCase);
        RequireTexts(package, names.Contains(Texts), scans.Values.Max(scan => scan.SharedTexts));
        return ByName(package, scans);
    }

    private static XlsxSheetScan Scan(XlsxPackage package, string name)
    {
        var scan = new XlsxSheetScan();
        if (!IsXml(name))
        {
            package.Count(name);
        }
        else
        {
            package.ReadXml(name, IsSheet(name) ? scan.Read : XlsxContents.CheckReferences);
        }

        return scan;
    }

    /// <summary>The library that reads the values takes the number of a text for the text where the text is missing.</summary>
    private static void RequireTexts(XlsxPackage package, bool hasTexts, int needed)
    {
        var count = 0;
        if (hasTexts)
        {
            package.ReadXml(Texts, xml => xml.Each("si", () => count++));
        }

        if (count < needed)
        {
            throw XlsxPackage.Broken();
        }
    }

    private static Dictionary<string, XlsxSheetScan> ByName(XlsxPackage package, Dictionary<string, XlsxSheetScan> scans)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        package.ReadXml("xl/_rels/workbook.xml.rels", xml => xml.Each("Relationship", () => parts[Attribute(xml, "Id")] = Resolve(Attribute(xml, "Target"))));
        var sheets = new Dictionary<string, XlsxSheetScan>(StringComparer.OrdinalIgnoreCase);
        package.ReadXml(Workbook, xml => xml.Each("sheet", () =>
        {
            var part = parts.GetValueOrDefault(Reference(xml)) ?? throw XlsxPackage.Broken();
            if (!IsSheet(part) || !scans.TryGetValue(part, out var scan) || !sheets.TryAdd(Attribute(xml, "name"), scan))
            {
                throw XlsxPackage.Broken();
            }
        }));
        return sheets;
    }

    private static string Reference(XmlReader xml)
    {
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        throw XlsxPackage.Broken();
    }

    private static string Attribute(XmlReader xml, string name) => xml.GetAttribute(name) ?? throw XlsxPackage.Broken();

    private static string Resolve(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";

    private static bool IsSheet(string name) =>
        !IsReference(name) && (name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/chartsheets/", StringComparison.OrdinalIgnoreCase));

    private static bool IsReference(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static bool IsXml(string name) => IsReference(name) || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);
}
