using System.CommandLine;
using System.Text.Json.Nodes;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.JsonLines;

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
        var name = parsed.GetRequiredValue(file);
        await using var store = Store.Of(parsed);
        await using var output = OutputFile.Create(name, parsed.GetValue(OutputFile.Overwrite), audience != Audience.Public);
        var reading = await store.ReadAsync(stop);
        await ProgressDisplay.ShowAsync($"Writing {name}", reading.Entries.Count, progress => WriteAsync(reading, audience, output, progress, stop));
        return new(
            $"{(name == "-" ? "Standard output" : name)} has {Facts.Entries(reading.Entries.Count)} of {store.Name} for the audience {Codes.Audiences.CodeOf(audience)}. The last hash is {reading.HeadHash}.",
            new JsonObject { ["file"] = name, ["audience"] = Codes.Audiences.CodeOf(audience), ["entries"] = reading.Entries.Count, ["headHash"] = reading.HeadHash });
    }

    private static async Task<bool> WriteAsync(LedgerReading reading, Audience audience, OutputFile output, IProgress<long> progress, CancellationToken stop)
    {
        await LedgerLines.WriteAsync(reading.Entries, audience, output.Stream, progress, stop);
        await output.CompleteAsync(stop);
        return true;
    }
}
