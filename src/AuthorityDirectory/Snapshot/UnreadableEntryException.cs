using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Snapshot;

/// <summary>An entry of the ledger cannot be applied: it contradicts the entries before it, or a newer version of the directory wrote it.</summary>
/// <param name="sequence">The entry.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">The error in a body; null when there is none.</param>
public sealed class UnreadableEntryException(long sequence, string message, Exception? innerException = null)
    : Exception($"Entry {sequence} of the ledger cannot be applied: {message}", innerException)
{
    /// <summary>The entry.</summary>
    public long Sequence { get; } = sequence;

    internal static void Unless(bool condition, LedgerEntry entry, string fault)
    {
        if (!condition)
        {
            throw new UnreadableEntryException(entry.Sequence, fault);
        }
    }
}
