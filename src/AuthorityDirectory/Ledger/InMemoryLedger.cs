namespace AuthorityDirectory.Ledger;

/// <summary>A ledger that lives as long as its process: for tests and trials.</summary>
public sealed class InMemoryLedger : ILedger
{
    private readonly Lock _lock = new();
    private readonly LedgerMemory _memory = new();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The entry does not verify against the one before it: its writer is at fault.</exception>
    public ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isTooLarge = LedgerEntryJson.Write(entry).Length > LedgerLimits.EntryBytes;
        lock (_lock)
        {
            return ValueTask.FromResult(isTooLarge ? AppendResult.TooLarge : _memory.Refuse(entry) ?? Add(entry));
        }
    }

    /// <inheritdoc/>
    public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_memory.Read(after));
    }

    private AppendResult Add(LedgerEntry entry)
    {
        _memory.Add(entry);
        return AppendResult.Appended;
    }
}
