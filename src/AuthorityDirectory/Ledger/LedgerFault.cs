namespace AuthorityDirectory.Ledger;

/// <summary>That an entry is not as it was written, or not in its place.</summary>
/// <param name="Sequence">The number that the entry bears.</param>
/// <param name="What">What is wrong, as a clause.</param>
public sealed record LedgerFault(long Sequence, string What)
{
    /// <summary>A sentence that names the entry.</summary>
    public override string ToString() => $"Entry {Sequence}: {What}.";
}
