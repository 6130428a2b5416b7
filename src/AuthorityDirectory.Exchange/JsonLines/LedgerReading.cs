using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Exchange.JsonLines;

/// <summary>What came of reading a ledger, or an export of it, to its end.</summary>
/// <param name="Entries">All entries, verified, without what any of them redacts; when one is broken, those that could be read, and nothing may be done with them but to count them.</param>
/// <param name="Break">The first broken entry; null when all are whole.</param>
public sealed record LedgerReading(IReadOnlyList<LedgerEntry> Entries, LedgerBreak? Break)
{
    /// <summary>The hash of the last entry; 64 zeros when there is none.</summary>
    public string HeadHash => Entries.Count == 0 ? LedgerChain.Beginning : Entries[^1].Hash;

    /// <summary>How many parts of records have no body, because they were redacted or are beyond the audience of an export.</summary>
    public int AbsentBodies => Entries.SelectMany(entry => entry.Changes).SelectMany(change => change.Parts).Count(part => part.Body is null);
}
