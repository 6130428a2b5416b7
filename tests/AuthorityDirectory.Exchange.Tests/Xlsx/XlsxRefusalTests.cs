using System.IO.Compression;
using System.Text;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Exchange.Tests.Support;

namespace AuthorityDirectory.Exchange.Tests.Xlsx;

public sealed class XlsxRefusalTests
{
    private const string Row = """<row r="2"><c r="A2"><v>1</v></c></row>""";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Texts = """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t/></si><si><t>x</t></si></sst>""";

    private static readonly byte[] Good = Workbook.With(Row).Pack();

    public static TheoryData<string, Func<byte[]>, string> Refused => new()
    {
        { "no bytes", () => [], "is empty" },
        { "a text", () => "id,phone"u8.ToArray(), "not a workbook" },
        { "an old or encrypted file", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "password" },
        { "more than 5 MB", () => [.. Good, .. new byte[TableLimits.FileBytes]], "larger than 5 MB" },
        { "half a file", () => Good[..(Good.Length / 2)], "damaged" },
        { "an empty archive", () => Archive([]), "not a workbook" },
        { "a document of another kind", () => Archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>")]), "not a workbook" },
        { "a macro project", () => Workbook.With(Row).Add("xl/vbaProject.bin", [1, 2, 3]).Pack(), "macros" },
        { "the type of a file with macros", () => Workbook.With(Row).Replace("[Content_Types].xml", types => types.Replace("openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main", StringComparison.Ordinal)).Pack(), "macros" },
        { "a macro project under another name", () => Workbook.With(Row, """<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.bin"/>""").Add("xl/x.bin", [1]).Pack(), "macros" },
        { "the type of a macro project for an ending", () => Workbook.With(Row, type: """<Default Extension="dat" ContentType="application/vnd.ms-office.vbaProject"/>""").Add("xl/x.dat", [1]).Pack(), "macros" },
        { "a macro sheet", () => Workbook.With(Row, type: """<Override PartName="/xl/macros/s.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>""").Pack(), "macros" },
        { "a link to another file", () => Workbook.With(Row).Add("xl/externalLinks/externalLink1.xml", "<externalLink/>").Pack(), "links to other files" },
        { "a link under another name", () => Workbook.With(Row, $"""<Relationship Id="e" Type="{Office}/externalLink" Target="e.xml"/>""").Pack(), "links to other files" },
        { "a connection", () => Workbook.With(Row).Add("xl/connections.xml", "<connections/>").Pack(), "links to other files" },
        { "an embedded file", () => Workbook.With(Row).Add("xl/embeddings/oleObject1.bin", [1]).Pack(), "embedded" },
        { "a control", () => Workbook.With(Row).Add("xl/activeX/activeX1.xml", "<ocx/>").Pack(), "embedded" },
        { "a binary workbook", () => Workbook.With(Row).Add("xl/workbook.bin", [1]).Pack(), "binary" },
        { "a way out", () => Workbook.With(Row).Add("../../etc/passwd", "x").Pack(), "leads out" },
        { "a root", () => Workbook.With(Row).Add("/etc/passwd", "x").Pack(), "leads out" },
        { "a drive", () => Workbook.With(Row).Add("C:\\x", "x").Pack(), "leads out" },
        { "one name twice", () => Workbook.With(Row).Add("XL/workbook.xml", "<workbook/>").Pack(), "two parts of one name" },
        { "more than a thousand parts", () => Archive(Enumerable.Range(0, 1001).Select(number => ($"xl/{number}.xml", "<a/>"))), "more than 1000 parts" },
        { "a document type", () => Workbook.With(Row).Replace("xl/worksheets/sheet1.xml", xml => $"<!DOCTYPE worksheet [<!ENTITY a \"a\">]>{xml}").Pack(), "damaged" },
        { "a document type in any part", () => Workbook.With(Row).Add("docProps/app.xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>").Pack(), "damaged" },
        { "XML that does not end", () => Workbook.With(Row).Replace("xl/worksheets/sheet1.xml", xml => xml[..^5]).Pack(), "damaged" },
        { "a bomb", () => Workbook.With(Row).Add("xl/media/image1.png", new byte[TableLimits.UnpackedBytes + 1]).Pack(), "unpacks to far more" },
        { "a bomb of packed repetition", () => Workbook.With(Row).Add("xl/media/image1.png", new byte[TableLimits.UnpackedFreely * 2]).Pack(), "unpacks to far more" },
        { "a bomb that hides its size", () => Lying(Workbook.With(Row).Replace("xl/worksheets/sheet1.xml", xml => xml.PadRight((int)TableLimits.UnpackedBytes + 1)).Pack()), "damaged" },
        { "a row beyond the last", () => Workbook.With("""<row r="2000000"><c r="A2000000"><v>1</v></c></row>""").Pack(), "damaged" },
        { "cells out of order", () => Workbook.With("""<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>""").Pack(), "damaged" },
        { "too many rows", () => Workbook.With("""<row r="20001"><c r="A20001"><v>1</v></c></row>""").Pack(), "more than 20000 rows" },
        { "too many columns", () => Workbook.With("""<row r="2"><c r="CW2"><v>1</v></c></row>""").Pack(), "more than 100 columns" },
        { "too long a text", () => Workbook.With($"""<row r="2">{Workbook.Text("A2", new('x', 32_768))}</row>""").Pack(), "Contacts!A2: The text is longer than 32767" },
        { "too many sheets", () => Workbook.With(Row).Replace("xl/workbook.xml", Many).Pack(), "more than 50 sheets" },
        { "two sheets of one name", () => Workbook.With(Row).Replace("xl/workbook.xml", xml => xml.Replace("</sheets>", """<sheet name="contacts" sheetId="2" r:id="r1"/></sheets>""", StringComparison.Ordinal)).Pack(), "damaged" },
        { "a sheet that is not there", () => Workbook.With(Row).Replace("xl/_rels/workbook.xml.rels", xml => xml.Replace("sheet1", "sheet9", StringComparison.Ordinal)).Pack(), "damaged" },
        { "a sheet outside its folder", () => Workbook.With(Row).Add("x.xml", "<worksheet/>").Replace("xl/_rels/workbook.xml.rels", xml => xml.Replace("worksheets/sheet1", "/x", StringComparison.Ordinal)).Pack(), "damaged" },
        { "shared texts under a name that is not theirs", () => Workbook.With("""<row r="2"><c r="A2" t="s"><v>0</v></c></row>""", $"""<Relationship Id="s" Type="{Office}/sharedStrings" Target="texts.xml"/>""").Add("xl/texts.xml", Texts).Pack(), "damaged" },
        { "a shared text that is not there", () => Workbook.With("""<row r="2"><c r="A2" t="s"><v>7</v></c></row>""").Pack(), "damaged" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_no_plain_workbook_is_refused_in_a_sentence(string what, Func<byte[]> make, string wrong)
    {
        var reading = await SomeTable.ReadXlsxAsync(make());

        var fault = Assert.Single(reading.Faults).ToString();
        Assert.True(fault.Contains(wrong, StringComparison.Ordinal), $"{what}: {fault}");
        Assert.DoesNotContain("Exception", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_from_which_the_others_differ_is_taken() => Assert.Empty((await SomeTable.ReadXlsxAsync(Good)).Faults);

    [Fact]
    public async Task An_empty_shared_text_is_an_empty_cell()
    {
        var file = Workbook.With("""<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>""", $"""<Relationship Id="s" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/>""")
            .Add("xl/sharedStrings.xml", Texts).Pack();

        Assert.Equal(["", "x"], Assert.Single((await SomeTable.ReadXlsxAsync(file)).Table!.Sheets[0].Rows).Cells);
    }

    [Fact]
    public async Task Formats_without_contents_do_not_count()
    {
        var file = Workbook.With($"""{Row}<row r="1048576"><c r="XFD1048576" s="1"/></row>""").Pack();

        var reading = await SomeTable.ReadXlsxAsync(file);

        Assert.Empty(reading.Faults);
        Assert.Single(reading.Table!.Sheets[0].Rows);
    }

    [Fact]
    public async Task Whatever_is_changed_in_a_file_the_answer_is_a_reading()
    {
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var file = Spoilt(random);

            var reading = await SomeTable.ReadXlsxAsync(file);

            Assert.True(reading.Table is not null || reading.Faults.Count == 1, $"round {round}");
        }
    }

    /// <summary>One byte of the archive, or a piece of one part, is another.</summary>
    private static byte[] Spoilt(Random random)
    {
        if (random.Next(3) == 0)
        {
            var file = Good.ToArray();
            file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            return file;
        }

        string[] parts = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"];
        return Workbook.With(Row).Replace(parts[random.Next(parts.Length)], xml => Spoilt(xml, random)).Pack();
    }

    private static string Spoilt(string xml, Random random)
    {
        var (place, length) = (random.Next(xml.Length), random.Next(12));
        string[] pieces = ["", "\"", "<", "9", "99999999999", "-1", "A", "<c/>", "\0", "é", "t=\"s\""];
        return xml[..place] + pieces[random.Next(pieces.Length)] + xml[Math.Min(xml.Length, place + length)..];
    }

    private static string Many(string xml) =>
        xml.Replace("</sheets>", string.Concat(Enumerable.Range(2, 50).Select(number => $"""<sheet name="s{number}" sheetId="{number}" r:id="r1"/>""")) + "</sheets>", StringComparison.Ordinal);

    private static byte[] Archive(IEnumerable<(string Name, string Text)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Wherever the archive says how much the bomb unpacks to, it says ten.</summary>
    private static byte[] Lying(byte[] file)
    {
        var said = BitConverter.GetBytes((int)TableLimits.UnpackedBytes + 1);
        for (var at = file.AsSpan().IndexOf(said); at >= 0; at = file.AsSpan().IndexOf(said))
        {
            BitConverter.GetBytes(10).CopyTo(file, at);
        }

        return file;
    }
}
