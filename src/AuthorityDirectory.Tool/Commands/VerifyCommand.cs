using System.CommandLine;
using AuthorityDirectory.Exchange.JsonLines;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory verify</c>: whether a ledger, or an export of it, is as it was written.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string?> File = new("file")
    {
        Description = "A ledger, a backup or an export, or - for standard input; without it the store is verified.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create() => new Command("verify", "Verify the hashes of every entry of a file or of the store, and name the first that is broken.")
    {
        File, AudienceOption.OfFile,
    }.Does(null, VerifyAsync);

    private static async Task<Report> VerifyAsync(ParseResult parsed, CancellationToken stop)
    {
        if (parsed.GetValue(File) is { } file)
        {
            return Describe(InputFile.Name(file), await InputFile.ReadAsync(file, AudienceOption.Of(parsed, AudienceOption.OfFile), stop));
        }

        await using var store = Store.Of(parsed);
        return Describe(store.Title, await store.ReadAsync(stop));
    }

    private static Report Describe(string what, LedgerReading reading) =>
        new($"{what} is whole: {Facts.Entries(reading.Entries.Count)}, {reading.AbsentBodies:N0} without a body that is redacted or not for its audience. The last hash is {reading.HeadHash}.", Facts.Of(reading));
}
