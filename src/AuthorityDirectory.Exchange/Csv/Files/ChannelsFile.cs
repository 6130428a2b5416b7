using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

internal static class ChannelsFile
{
    public const string Name = "channels.csv";

    private static readonly Columns Columns = new();
    private static readonly Column<string> Code = Columns.Add("code", Forms.ShortCode, isKey: true);
    private static readonly Column<string> ChannelName = Columns.Add("name", Cells.Text);
    private static readonly Column<string> Description = Columns.Add("description", Cells.Text);
    private static readonly Column<string?> Website = Columns.Add("website", Cells.OptionalUrl);
    private static readonly SourceColumns Source = new(Columns);

    public static readonly SeedFile<Channel> Form = new(Name, Columns, row => new()
    {
        Code = row.Get(Code),
        Name = row.Get(ChannelName),
        Description = row.Get(Description),
        Website = row.Get(Website),
        Source = Source.Read(row),
    });
}
