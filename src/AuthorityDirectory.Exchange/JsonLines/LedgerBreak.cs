namespace AuthorityDirectory.Exchange.JsonLines;

/// <summary>The first entry of a ledger, or of an export of it, that is not as it was written.</summary>
/// <param name="Place">Which entry, counted from 1; in a file also its line.</param>
/// <param name="What">What is wrong with it, as a clause.</param>
public sealed record LedgerBreak(long Place, string What)
{
    /// <summary>A sentence that names the entry.</summary>
    public override string ToString() => $"Entry {Place} is broken: {What}.";
}
