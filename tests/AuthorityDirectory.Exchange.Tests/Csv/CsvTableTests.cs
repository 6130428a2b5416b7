using System.Text;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Exchange.Tests.Csv;

public sealed class CsvTableTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Any_text_comes_back_as_it_was() => Prop.ForAll(SomeTable.Sheet.ToArbitrary(), sheet =>
    {
        var reading = SomeTable.ReadCsvAsync(SomeTable.CsvAsync(sheet).GetAwaiter().GetResult()).GetAwaiter().GetResult();

        Assert.Empty(reading.Faults);
        Assert.Equal(SomeTable.Lines(sheet), SomeTable.Lines(Assert.Single(reading.Table!.Sheets)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_cell_begins_like_a_formula_whatever_separates_cells() => Prop.ForAll(SomeTable.Text.ToArbitrary(), text =>
    {
        var guarded = FormulaGuard.Guard(text);

        Assert.Equal(text, FormulaGuard.Unguard(guarded));
        Assert.DoesNotContain(guarded.Split(';', '\t', '\r', '\n'), piece => piece.TrimStart(' ') is ['=' or '+' or '-' or '@', ..]);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("'=1", "''=1")]
    [InlineData("'s-Gravenhage", "'s-Gravenhage")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a\n=1", "a\n'=1")]
    [InlineData("a\r\n-1", "a\r\n'-1")]
    [InlineData("a\t+1", "a\t'+1")]
    [InlineData("a,=1", "a,=1")]
    [InlineData("Vienna 1010 - 1020", "Vienna 1010 - 1020")]
    public void An_apostrophe_stands_where_a_spreadsheet_could_begin_a_formula(string text, string guarded) => Assert.Equal((guarded, text), (FormulaGuard.Guard(text), FormulaGuard.Unguard(guarded)));

    [Fact]
    public async Task A_file_has_the_mark_by_which_excel_knows_its_encoding_and_text_for_formulas()
    {
        var file = await SomeTable.CsvAsync(SomeTable.Of(["1", "=1+1", "+43 1 2345", "'s-Gravenhage"]).Sheets[0]);

        Assert.Equal("\uFEFFIdentifier [id],\"Name, \"\"as printed\"\" [name]\",Téléphone [phone],النوع [kind]\r\n1,'=1+1,'+43 1 2345,'s-Gravenhage\r\n", Encoding.UTF8.GetString(file));
    }

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "id,phone\r\n1,+43 ä\r\n", new UTF8Encoding(false) },
        { "id;phone\n1;+43 ä\n", new UTF8Encoding(true) },
        { "\"Name; of; it [id]\",phone\n1,+43 ä", new UTF8Encoding(true) },
        { "\n\nid;phone\n1;+43 ä", Encoding.Unicode },
        { "id,phone\r1,+43 ä", Encoding.BigEndianUnicode },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Encodings_and_separators_are_found_out(string text, Encoding encoding)
    {
        var reading = await SomeTable.ReadCsvAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Empty(reading.Faults);
        var sheet = reading.Table!.Sheets[0];
        Assert.Equal(["id", "phone"], sheet.Columns.Select(column => column.Key));
        Assert.Equal("+43 ä", sheet.Text(Assert.Single(sheet.Rows), "phone"));
    }

    [Fact]
    public async Task A_row_has_the_number_that_a_spreadsheet_shows()
    {
        var reading = await SomeTable.ReadCsvAsync("id,phone\n\n\"a\nb\nc\",1\n,\nd,2,3\n"u8.ToArray());

        Assert.Equal([3, 5], reading.Table!.Sheets[0].Rows.Select(row => row.Number));
        Assert.Equal("Contacts!C5: The cell stands under no heading. Move the text into a column that has a heading, or remove it.", Assert.Single(reading.Faults).ToString());
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "no bytes", [], "is empty" },
        { "another encoding", [.. "id\nB"u8, 0xE4, .. "r"u8], "not text in UTF-8; the first thing that is not stands at line 2" },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes("id,phone"), "not text in UTF-8" },
        { "a workbook", "PK\u0003\u0004"u8.ToArray(), "is a workbook" },
        { "too long", new byte[TableLimits.FileBytes + 1], "larger than 5 MB" },
        { "too many rows", Encoding.UTF8.GetBytes("id\n" + string.Concat(Enumerable.Repeat("1\n", TableLimits.Rows))), "row 20001: The sheet has more than 20000 rows" },
        { "too many columns", Encoding.UTF8.GetBytes(new string(',', 100) + "x"), "Contacts!CW1: The row has more than 100 columns" },
        { "too long a cell", Encoding.UTF8.GetBytes("id\n" + new string('x', 32_768)), "Contacts!A2: The text is longer" },
        { "a quotation mark that does not end", "id,phone\n1,2\n\"3,4\n"u8.ToArray(), "Contacts, row 3: A quotation mark" },
        { "a quotation mark in between", "id,phone\n1,\"2\"x\n"u8.ToArray(), "Contacts, row 2: A quotation mark" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_no_table_is_refused_in_a_sentence(string what, byte[] file, string wrong)
    {
        var fault = Assert.Single((await SomeTable.ReadCsvAsync(file)).Faults).ToString();

        Assert.True(fault.Contains(wrong, StringComparison.Ordinal), $"{what}: {fault}");
    }

    [Fact]
    public async Task Reading_stops_when_asked_to()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CsvTableReader.ReadAsync(new MemoryStream("id\n1"u8.ToArray()), "Contacts", null, stop.Token));
        await Assert.ThrowsAsync<ArgumentException>(() => CsvTableWriter.WriteAsync(Stream.Null, SomeTable.Of(["\0", "", "", ""]).Sheets[0], Token));
    }
}
