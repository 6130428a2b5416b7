using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

internal static class NetworksFile
{
    public const string Name = "networks.csv";

    private static readonly Columns Columns = new();
    private static readonly Column<string> Code = Columns.Add("code", Forms.ShortCode, isKey: true);
    private static readonly Column<string> NetworkName = Columns.Add("name", Cells.Text);
    private static readonly Column<string> Description = Columns.Add("description", Cells.Text);
    private static readonly Column<string?> Website = Columns.Add("website", Cells.OptionalUrl);
    private static readonly Column<string?> Region = Columns.Add("region", Cells.OptionalText);
    private static readonly SourceColumns Source = new(Columns);

    public static readonly SeedFile<Network> Form = new(Name, Columns, row => new()
    {
        Code = row.Get(Code),
        Name = row.Get(NetworkName),
        Description = row.Get(Description),
        Website = row.Get(Website),
        Region = row.Get(Region),
        Source = Source.Read(row),
    });
}
