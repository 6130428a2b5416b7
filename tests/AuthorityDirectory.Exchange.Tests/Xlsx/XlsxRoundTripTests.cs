using System.IO.Compression;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Exchange.Tests.Support;
using AuthorityDirectory.Exchange.Xlsx;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Exchange.Tests.Xlsx;

public sealed class XlsxRoundTripTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Any_text_comes_back_as_it_was() => Prop.ForAll(SomeTable.Sheet.ToArbitrary(), sheet =>
    {
        var reading = SomeTable.ReadXlsxAsync(SomeTable.XlsxAsync(new([sheet])).GetAwaiter().GetResult()).GetAwaiter().GetResult();

        Assert.Empty(reading.Faults);
        Assert.Equal(SomeTable.Lines(sheet), SomeTable.Lines(Assert.Single(reading.Table!.Sheets)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task The_explanation_and_the_lists_are_left_out()
    {
        var reading = await SomeTable.ReadXlsxAsync(await SomeTable.XlsxAsync(SomeTable.Of(["1", "a", "+43 1", "Office"])));

        Assert.Equal(["Contacts"], reading.Table!.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["Read me", "_lists"], reading.LeftOut);
    }

    [Fact]
    public async Task Equal_tables_are_equal_files()
    {
        var table = SomeTable.Of(["1", "a", "+43 1", "Office"]);

        var first = await SomeTable.XlsxAsync(table);

        Assert.Equal(first, await SomeTable.XlsxAsync(table));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, part => Assert.Equal(1980, part.LastWriteTime.Year));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_is_valid_by_the_schema_of_the_format(bool isRightToLeft)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await SomeTable.XlsxAsync(SomeTable.Of(["1", "=a", "+43 1", "Office"], ["2", "", "", ""]), isRightToLeft)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, Token).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var views = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.SheetView>()).ToList();
        Assert.Equal(2, views.Count);
        Assert.All(views, view => Assert.Equal(isRightToLeft, view.RightToLeft?.Value));
    }

    [Fact]
    public async Task Five_thousand_rows_come_back_and_progress_is_heard()
    {
        var sheet = Sheet.Of("Contacts", SomeTable.Columns, Enumerable.Range(1, 5000).Select(number => new[] { $"contact-{number}", $"Office {number}", $"+43 1 {number:D5}", "Office" }));
        var heard = new List<int>();

        var reading = await XlsxTableReader.ReadAsync(new MemoryStream(await SomeTable.XlsxAsync(new([sheet]))), new Heard(heard), Token);

        Assert.Equal(SomeTable.Lines(sheet), SomeTable.Lines(Assert.Single(reading.Table!.Sheets)));
        Assert.True(heard.Count >= 50, $"{heard.Count} reports");
        Assert.Equal(heard.Order(), heard);
    }

    [Fact]
    public async Task Reading_stops_when_asked_to()
    {
        using var stop = new CancellationTokenSource();
        var file = await SomeTable.XlsxAsync(new([Sheet.Of("Contacts", SomeTable.Columns, Enumerable.Repeat(new[] { "1", "a", "b", "" }, 5000))]));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => XlsxTableReader.ReadAsync(new MemoryStream(file), new Stop(stop), stop.Token));
    }

    [Fact]
    public async Task What_could_not_be_read_again_is_not_written()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => SomeTable.XlsxAsync(SomeTable.Of(["1", new string('x', TableLimits.CellLength + 1), "", ""])));
        await Assert.ThrowsAsync<ArgumentException>(() => SomeTable.XlsxAsync(SomeTable.Of(["1", "half \uD800", "", ""])));
        await Assert.ThrowsAsync<ArgumentException>(() => SomeTable.XlsxAsync(SomeTable.Of(["1", "a"])));
        await Assert.ThrowsAsync<ArgumentException>(() => SomeTable.XlsxAsync(new([Sheet.Of("a/b", SomeTable.Columns, [])])));
        await Assert.ThrowsAsync<ArgumentException>(() => SomeTable.XlsxAsync(new([Sheet.Of("read ME", SomeTable.Columns, [])])));
    }

    private sealed class Heard(List<int> rows) : IProgress<int>
    {
        public void Report(int value) => rows.Add(value);
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<int>
    {
        public void Report(int value) => source.Cancel();
    }
}
