using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Tests.Support;

/// <summary>Valid entries, each sealed after the one before it.</summary>
public static class SomeEntries
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<LedgerEntry> Ledger(int count)
    {
        List<LedgerEntry> entries = [];
        while (entries.Count < count)
        {
            entries.Add(After(entries.LastOrDefault()));
        }

        return entries;
    }

    /// <summary>An entry that changes one authority, with a part for each audience.</summary>
    public static LedgerEntry After(LedgerEntry? previous, string? appendId = null) =>
        LedgerChain.Seal(Draft(previous, appendId) with { Changes = [Change((previous?.Sequence ?? 0) + 1)] }, previous);

    /// <summary>An entry that takes away one part of the only change of an earlier one.</summary>
    public static LedgerEntry Redacting(LedgerEntry previous, LedgerEntry earlier, Audience audience) =>
        LedgerChain.Seal(
            Draft(previous) with
            {
                Redacts = [new Redaction(earlier.Sequence, earlier.Changes[0].Kind, earlier.Changes[0].Id, audience, "The holder of the post asked for it.")],
            },
            previous);

    /// <summary>An entry of exactly this many bytes.</summary>
    public static LedgerEntry OfLength(LedgerEntry? previous, int bytes)
    {
        var empty = Draft(previous) with { Reason = "" };
        var missing = bytes - LedgerEntryJson.Write(LedgerChain.Seal(empty, previous)).Length;
        return LedgerChain.Seal(empty with { Reason = new string('x', missing) }, previous);
    }

    public static LedgerEntry Draft(LedgerEntry? previous, string? appendId = null) => new()
    {
        Sequence = (previous?.Sequence ?? 0) + 1,
        AppendId = appendId ?? Guid.NewGuid().ToString("N"),
        RecordedAt = previous?.RecordedAt.AddSeconds(1) ?? Start,
        Actor = new Actor(ActorRole.Secretariat, "account-1"),
        Source = Some.Source,
        Reason = "The State's note arrived.",
        PreviousHash = "",
        Hash = "",
    };

    private static RecordChange Change(long number) => new(
        "authority.v1",
        $"AT-{number:000}",
        1,
        [
            LedgerChain.SealPart(Audience.Public, Body($$"""{"city":"Zürich","name":"Example authority {{number}}"}"""), Some.Salt()),
            LedgerChain.SealPart(Audience.Government, Body($$"""{"contact":"{{Some.GovernmentContact}}"}"""), Some.Salt()),
            LedgerChain.SealPart(Audience.Secretariat, Body($$"""{"contact":"{{Some.SecretariatContact}}"}"""), Some.Salt()),
        ]);

    private static byte[] Body(string json) => Encoding.UTF8.GetBytes(json);
}
