namespace AuthorityDirectory.Ledger;

/// <summary>The append-only, hash-chained list of all acts on the directory, wherever it is stored.</summary>
public interface ILedger
{
    /// <summary>Appends an entry that was made for the position after the one it was decided on.</summary>
    /// <returns>What became of it; an entry answered with <see cref="AppendResult.Appended"/> or <see cref="AppendResult.AlreadyAppended"/> is durable.</returns>
    /// <exception cref="LedgerUnavailableException">It is not known whether the entry was appended: append the same entry again.</exception>
    /// <remarks>Idempotent by <see cref="LedgerEntry.AppendId"/>. After an entry with redactions is appended, reading gives the named parts without salt and body.</remarks>
    ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken);

    /// <summary>Reads the entries after a position, in sequence order.</summary>
    /// <param name="after">The last sequence already known; 0 for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Some entries, possibly none, and whether the reader has caught up.</returns>
    /// <exception cref="LedgerUnavailableException">The store does not answer now.</exception>
    ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken);
}

/// <summary>What became of an append.</summary>
public enum AppendResult
{
    /// <summary>The entry is on the ledger, durably.</summary>
    Appended,

    /// <summary>An entry with the same append id was there already.</summary>
    AlreadyAppended,

    /// <summary>Somebody else's entry has this position, or an earlier position is still free: read on and decide again.</summary>
    Conflict,

    /// <summary>The entry exceeds <see cref="LedgerLimits.EntryBytes"/>: divide it into a batch.</summary>
    TooLarge,

    /// <summary>The ledger takes no entries now; reading goes on.</summary>
    ReadOnly,
}

/// <summary>Some entries of the ledger.</summary>
/// <param name="Entries">In sequence order, without gaps.</param>
/// <param name="CaughtUp">Whether there was nothing after them when they were read.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerEntry> Entries, bool CaughtUp);

/// <summary>What every store keeps to.</summary>
public static class LedgerLimits
{
    /// <summary>The most bytes one entry may have as canonical JSON.</summary>
    public const int EntryBytes = 1_500_000;
}

/// <summary>The store does not answer now: whether an append happened is not known, and trying again is safe.</summary>
/// <param name="message">What happened, for an operator.</param>
/// <param name="retryAfter">How long to wait; null when the store does not say.</param>
/// <param name="innerException">The store's own error; null when there is none.</param>
public sealed class LedgerUnavailableException(string message, TimeSpan? retryAfter = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>How long to wait; null when the store does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
