using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Exchange.Xlsx;
using FsCheck;
using FsCheck.Fluent;
using TableSheet = AuthorityDirectory.Exchange.Tables.Sheet;

namespace AuthorityDirectory.Exchange.Tests.Support;

/// <summary>Tables with made-up contents, and their way into a file and back.</summary>
public static class SomeTable
{
    public static readonly ReadMe ReadMe = new("Read me", ["Contact points of Ruritania", "Change the white cells.", "=1+1 stays as it is."]);

    public static readonly SheetColumn[] Columns =
    [
        new("id", "Identifier") { IsLocked = true },
        new("name", "Name, \"as printed\""),
        new("phone", "Téléphone"),
        new("kind", "النوع") { Choices = ["Office", "Person", "A, B & <C>"] },
    ];

    /// <summary>Texts that files, spreadsheets or XML treat in ways of their own.</summary>
    private static readonly string[] Awkward =
    [
        "=1+1", "+43 1 2345", "-5", "@SUM(A1)", "'=1", "''+43", "'s-Gravenhage", "'", "  = 1", "\t=1", "\r=1", "a;=1", "a;'+1", "a\n=1", "a\r\n-1", "a\t@1", "a;  +1", "a\r\nb", "a\rb", "a\nb\n", "\n", "\t", " x ", "a,b", "a;b", "\"", "\"\"", "_x000D_", "_x0041_x0042_", "_x005F_", "\u0001\u001F",
        "\uFEFF", "\uFFFE\uFFFF", "\u2028\u0085", "00431", "1e5", "2026-03-01", "TRUE", "#N/A", "#REF!", "مرحبا\u200F بالعالم", "שלום", "北京", "e\u0301", "😀", "<a>&amp;]]>", "｜＝1", "\u007F", "sep=;",
    ];

    /// <summary>Any well-formed text without NUL, often an awkward one or several of them in one.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency(
        (2, Gen.Constant("")),
        (3, Gen.Elements(Awkward)),
        (2, Gen.ArrayOf(Gen.Elements(Awkward), 3).Select(string.Concat)),
        (3, Gen.Choose(1, 0x10FFFF).Where(scalar => scalar is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32).ArrayOf().Select(string.Concat)));

    /// <summary>Sheets of four columns whose rows hold something.</summary>
    public static Gen<Sheet> Sheet { get; } =
        Gen.ArrayOf(Text, 4).Where(cells => cells.Any(cell => cell.Length > 0)).ArrayOf().Select(rows => TableSheet.Of("Contact points", Columns, rows));

    public static Table Of(params string[][] rows) => new([TableSheet.Of("Contacts", Columns, rows)]);

    public static async Task<byte[]> XlsxAsync(Table table, bool isRightToLeft = false)
    {
        using var stream = new MemoryStream();
        await XlsxTableWriter.WriteAsync(stream, table, ReadMe, isRightToLeft, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    public static async Task<byte[]> CsvAsync(Sheet sheet)
    {
        using var stream = new MemoryStream();
        await CsvTableWriter.WriteAsync(stream, sheet, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    public static Task<TableReading> ReadXlsxAsync(byte[] file) => XlsxTableReader.ReadAsync(new MemoryStream(file), null, TestContext.Current.CancellationToken);

    public static Task<TableReading> ReadCsvAsync(byte[] file) => CsvTableReader.ReadAsync(new MemoryStream(file), "Contacts", null, TestContext.Current.CancellationToken);

    /// <summary>A sheet as text that shows what differs.</summary>
    public static string[] Lines(Sheet sheet) =>
        [string.Join('|', sheet.Columns.Select(column => $"{column.Key}={column.Label}")), .. sheet.Rows.Select(row => $"{row.Number}: {string.Join('|', row.Cells.Select(Escaped))}")];

    private static string Escaped(string text) => string.Concat(text.Select(letter => letter is >= ' ' and < (char)127 ? letter.ToString() : $"\\u{(int)letter:X4}"));
}
