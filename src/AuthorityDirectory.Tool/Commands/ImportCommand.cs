using System.CommandLine;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory import</c>: a whole ledger into an empty store.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> File = InputFile.Argument("A whole ledger as JSON Lines: an export for the secretariat, a backup, or what directory generate made");

    public static Command Create() => new Command("import", "Take a whole ledger into an empty store, after all of it verifies.") { File }.Does(null, ImportAsync);

    private static async Task<Report> ImportAsync(ParseResult parsed, CancellationToken stop)
    {
        await using var store = Store.Of(parsed);
        return await Taking.RunAsync(store, parsed.GetRequiredValue(File), mayContinue: false, stop);
    }
}
