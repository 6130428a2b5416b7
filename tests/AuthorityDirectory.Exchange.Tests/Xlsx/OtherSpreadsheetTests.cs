using AuthorityDirectory.Exchange.Tests.Support;

namespace AuthorityDirectory.Exchange.Tests.Xlsx;

public sealed class OtherSpreadsheetTests
{
    [Fact]
    public async Task Another_library_reads_what_we_write()
    {
        var sheets = await OtherSpreadsheet.ReadAsync(await SomeTable.XlsxAsync(SomeTable.Of(["1", "=1+1", "+43 1 2345", "A, B & <C>"], ["002", "مرحبا\nبالعالم", "2026-03-01", ""])));

        Assert.Equal(["Read me", "Contacts", "_lists"], sheets.EnumerateArray().Select(sheet => sheet.GetProperty("name").GetString()));
        Assert.Equal([0, 0, 1], sheets.EnumerateArray().Select(sheet => sheet.GetProperty("hidden").GetInt32()));
        Assert.All(sheets.EnumerateArray(), sheet => Assert.Equal(0, sheet.GetProperty("formulas").GetArrayLength()));
        Assert.Equal(
            [["Identifier [id]", "Name, \"as printed\" [name]", "Téléphone [phone]", "النوع [kind]"], ["1", "=1+1", "+43 1 2345", "A, B & <C>"], ["002", "مرحبا\nبالعالم", "2026-03-01", ""]],
            sheets[1].GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToArray()));
    }

    [Fact]
    public async Task We_read_what_another_library_writes()
    {
        var reading = await SomeTable.ReadXlsxAsync(await OtherSpreadsheet.WriteAsync());

        Assert.Equal(["Computed!A2: The cell holds a formula. Type the value itself."], reading.Faults.Select(fault => fault.ToString()));
        Assert.Equal(
            [["1", "+43 1 2345", "2026-03-01", "TRUE"], ["2", "4312345678", "", "مرحبا\nبالعالم"]],
            reading.Table!.Find("contacts")!.Rows.Select(row => row.Cells.ToArray()));
    }
}
