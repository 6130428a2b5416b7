using System.CommandLine;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory restore</c>: a backup into a store that is empty or holds its beginning.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> File = InputFile.Argument("A backup");

    public static Command Create() => new Command("restore", "Put a backup into a store that is empty, or complete one that holds the beginning of the same ledger.") { File }.Does(null, RestoreAsync);

    private static async Task<Report> RestoreAsync(ParseResult parsed, CancellationToken stop)
    {
        await using var store = Store.Of(parsed);
        return await Taking.RunAsync(store, parsed.GetRequiredValue(File), mayContinue: true, stop);
    }
}
