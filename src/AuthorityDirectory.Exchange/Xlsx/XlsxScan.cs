using System.Xml;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Goes through every part of a workbook once before anything else reads it.</summary>
internal static class XlsxScan
{
    private const string Workbook = "xl/workbook.xml";

    /// <summary>What the sheets hold, by their names; refuses what must not be in a file.</summary>
    public static IReadOnlyDictionary<string, XlsxSheetScan> Read(byte[] file, CancellationToken cancellationToken)
    {
        using var package = XlsxPackage.Open(file, cancellationToken);
        var names = package.Names.Where(name => !name.EndsWith('/')).ToList();
        names.ForEach(XlsxContents.CheckName);
        if (!names.Contains("[Content_Types].xml") || !names.Contains(Workbook))
        {
            throw new RefusedFileException("The file is not a workbook (.xlsx).", "Save it as \"Excel workbook (.xlsx)\".");
        }

        var scans = names.ToDictionary(name => name, name => Scan(package, name), StringComparer.OrdinalIgnoreCase);
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
            package.ReadXml(name, IsSheet(name) ? scan.Read : XlsxContents.Check);
        }

        return scan;
    }

    private static Dictionary<string, XlsxSheetScan> ByName(XlsxPackage package, Dictionary<string, XlsxSheetScan> scans)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        package.ReadXml("xl/_rels/workbook.xml.rels", xml => Each(xml, "Relationship", () => parts[Attribute(xml, "Id")] = Resolve(Attribute(xml, "Target"))));
        var sheets = new Dictionary<string, XlsxSheetScan>(StringComparer.OrdinalIgnoreCase);
        package.ReadXml(Workbook, xml => Each(xml, "sheet", () =>
        {
            var part = parts.GetValueOrDefault(Reference(xml)) ?? throw XlsxPackage.Broken();
            if (!IsSheet(part) || !scans.TryGetValue(part, out var scan) || !sheets.TryAdd(Attribute(xml, "name"), scan))
            {
                throw XlsxPackage.Broken();
            }
        }));
        return sheets;
    }

    private static void Each(XmlReader xml, string element, Action take)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element)
            {
                take();
            }
        }
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
