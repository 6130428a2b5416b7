using System.CommandLine;
using System.Text.Json.Nodes;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.JsonLines;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory redact</c>: takes a part of a record away from an earlier entry, for good.</summary>
internal static class RedactCommand
{
    private static readonly Argument<long> Sequence = new("sequence") { Description = "The number of the entry." };

    private static readonly Argument<string> Kind = new Argument<string>("kind") { Description = "The kind of the record." }
        .AcceptOnlyFromAmong([.. RecordCatalogue.All.Select(kind => kind.Name)]);

    private static readonly Argument<string> Id = new("id") { Description = "The record." };

    private static readonly Option<string> Ground = new("--ground") { Description = "Why, for everybody to read: name no person.", Required = true };

    public static Command Create() => new Command("redact", "Take a part of a record away from one entry, for good. The entry's hash stays, and a new entry says what is gone and why.")
    {
        Sequence, Kind, Id, AudienceOption.OfPart, Ground,
    }.Does(null, RedactAsync);

    private static async Task<Report> RedactAsync(ParseResult parsed, CancellationToken stop)
    {
        var redaction = Read(parsed);
        await using var store = Store.Of(parsed);
        var others = Others(redaction, Holders(await store.ReadAsync(stop), redaction));
        using var writing = await Writing.BeginAsync(store, stop);
        var draft = new Draft { Actor = Actor.System, Redacts = [redaction] };
        var outcome = Writing.Require(await writing.Writer.WriteAsync(_ => Decision.Accept(draft), cancellationToken: stop));
        return new(
            $"Entry {redaction.Sequence} no longer holds {Part(redaction)}; entry {outcome.Position} says so. It is still in backups made before: make a new one and destroy those."
            + (others.Length == 0 ? "" : $" Other entries hold one of the same record: {string.Join(", ", others)}."),
            new() { ["position"] = outcome.Position, ["otherEntries"] = new JsonArray([.. others.Select(sequence => (JsonNode)sequence)]) });
    }

    private static Redaction Read(ParseResult parsed)
    {
        var ground = parsed.GetRequiredValue(Ground).Trim();
        return ground.Length > 0
            ? new(parsed.GetRequiredValue(Sequence), parsed.GetRequiredValue(Kind), parsed.GetRequiredValue(Id), AudienceOption.Of(parsed, AudienceOption.OfPart), ground)
            : throw new RefusedException("The ground is empty: say in a sentence why the part is taken away.");
    }

    /// <summary>The entries that still have the body of such a part.</summary>
    private static long[] Holders(LedgerReading reading, Redaction redaction) =>
    [
        .. from entry in reading.Entries
           where entry.Changes.Any(change => change.Kind == redaction.Kind && change.Id == redaction.Id && change.Parts.Any(part => part.Audience == redaction.Audience && part.Body is not null))
           select entry.Sequence,
    ];

    /// <exception cref="RefusedException">The entry named is not among the holders.</exception>
    private static long[] Others(Redaction redaction, long[] holders) =>
        holders.Contains(redaction.Sequence) ? [.. holders.Where(sequence => sequence != redaction.Sequence)]
        : throw new RefusedException(
            $"Entry {redaction.Sequence} does not hold {Part(redaction)}, or no longer. "
            + (holders.Length == 0 ? "No entry holds it." : $"These do: {string.Join(", ", holders)}."));

    private static string Part(Redaction redaction) => $"the {Codes.Audiences.CodeOf(redaction.Audience)} part of {redaction.Kind} {redaction.Id}";
}
