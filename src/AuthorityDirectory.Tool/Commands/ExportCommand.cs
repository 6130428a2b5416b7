using System.CommandLine;
using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory export</c>: the ledger as JSON Lines, as an audience may see it.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> File = OutputFile.Argument("The file to write");

    public static Command Create() => new Command("export", "Write the ledger as JSON Lines, as an audience may see it. The same ledger gives the same bytes, whichever store holds it.")
    {
        File, AudienceOption.ForExport, OutputFile.Overwrite,
    }.Does(File, ExportAsync);

    private static Task<Report> ExportAsync(ParseResult parsed, CancellationToken stop) =>
        WriteAsync(parsed, File, AudienceOption.Of(parsed, AudienceOption.ForExport), stop);

    /// <summary>Writes the ledger of the store that the command line names.</summary>
    public static async Task<Report> WriteAsync(ParseResult parsed, Argument<string> file, Audience audience, CancellationToken stop)
    {
        await using var store = Store.Of(parsed);
        await using var output = OutputFile.Create(parsed.GetRequiredValue(file), parsed.GetValue(OutputFile.Overwrite), audience != Audience.Public);
        return await Giving.RunAsync(output, await store.ReadAsync(stop), audience, store.Name, stop);
    }
}
