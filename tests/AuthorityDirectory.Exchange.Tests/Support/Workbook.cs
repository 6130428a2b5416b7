using System.IO.Compression;
using System.Text;

namespace AuthorityDirectory.Exchange.Tests.Support;

/// <summary>A workbook made by hand, part by part.</summary>
public sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, byte[] Bytes)> _parts = [];

    /// <param name="cells">The rows of the sheet Contacts, as XML.</param>
    /// <param name="reference">More references of the workbook, as XML.</param>
    /// <param name="type">More content types, as XML.</param>
    public Workbook(string cells, string reference = "", string type = "")
    {
        Add("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>{type}</Types>
            """);
        Add("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets><sheet name="Contacts" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Add("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="{Relationships}/styles" Target="styles.xml"/>{reference}</Relationships>
            """);
        Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>""");
        Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{cells}</sheetData></worksheet>""");
    }

    /// <summary>The heading id, phone in row 1 with a row below it.</summary>
    public static Workbook With(string row, string reference = "", string type = "") =>
        new($"""<row r="1">{Text("A1", "id")}{Text("B1", "phone")}</row>{row}""", reference, type);

    public static string Text(string place, string text) => $"""<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>""";

    public Workbook Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public Workbook Add(string name, byte[] bytes)
    {
        _parts.Add((name, bytes));
        return this;
    }

    public Workbook Replace(string name, Func<string, string> change)
    {
        var index = _parts.FindIndex(part => part.Name == name);
        _parts[index] = (name, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(_parts[index].Bytes))));
        return this;
    }

    public byte[] Pack()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in _parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
