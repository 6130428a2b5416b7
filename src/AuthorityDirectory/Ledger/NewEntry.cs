using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Ledger;

/// <summary>What a store asks of an entry before it takes it as the next.</summary>
/// <remarks>An old entry may have lost bodies to redaction; a new one has them all, and redacts only what is there.</remarks>
public static class NewEntry
{
    /// <summary>What is wrong with an entry as the next; null when nothing is.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="previous">The last entry; null while there is none.</param>
    /// <param name="earlier">The entry with a sequence before the new one's.</param>
    public static LedgerFault? Fault(LedgerEntry entry, LedgerEntry? previous, Func<long, LedgerEntry> earlier) =>
        LedgerChain.Fault(entry, previous) ?? BodyFault(entry) ?? RedactionFault(entry, earlier);

    private static LedgerFault? BodyFault(LedgerEntry entry) =>
        entry.Changes.Any(change => change.Parts.Any(part => part.Body is null)) ? new LedgerFault(entry.Sequence, "a new entry has all its bodies") : null;

    private static LedgerFault? RedactionFault(LedgerEntry entry, Func<long, LedgerEntry> earlier)
    {
        var missing = entry.Redacts.FirstOrDefault(redaction => !IsIn(earlier(redaction.Sequence), redaction));
        return missing is null
            ? null
            : new LedgerFault(entry.Sequence, $"entry {missing.Sequence} has no {Codes.Audiences.CodeOf(missing.Audience)} part of {missing.Kind} {missing.Id} to redact");
    }

    private static bool IsIn(LedgerEntry entry, Redaction redaction) =>
        entry.Changes.Any(change =>
            change.Kind == redaction.Kind && change.Id == redaction.Id && change.Parts.Any(part => part.Audience == redaction.Audience));
}
