using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

internal static class AliasesFile
{
    private static readonly Columns Columns = new();
    private static readonly Column<string> StateCode = Columns.Add("state_code", Forms.StateCode, isKey: true, refersTo: StatesFile.Name);
    private static readonly Column<string> Language = Columns.Add("language", Cells.Language, isKey: true);
    private static readonly Column<string> Word = Columns.Add("alias", Cells.Text, isKey: true);

    public static readonly SeedFile<(string StateCode, Alias Alias)> Form = new("aliases.csv", Columns, row =>
        (row.Get(StateCode), new(row.Get(Language), row.Get(Word))));
}
