using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Tests.Tables;

public sealed class TablePlaceTests
{
    [Theory]
    [InlineData("Contacts", 7, 4, "Contacts!D7")]
    [InlineData("Contact points", 7, 27, "'Contact points'!AA7")]
    [InlineData("O'Hara", 20_000, 100, "'O''Hara'!CV20000")]
    [InlineData("Contacts", 7, null, "Contacts, row 7")]
    [InlineData("Contacts", null, 703, "Contacts, column AAA")]
    [InlineData("Contacts", null, null, "Contacts")]
    public void A_place_reads_as_in_a_spreadsheet(string sheet, int? row, int? column, string expected) =>
        Assert.Equal(expected, new TablePlace(sheet, row, column).ToString());
}
