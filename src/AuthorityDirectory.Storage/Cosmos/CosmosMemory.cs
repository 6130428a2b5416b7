using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>What a process remembers of the entries it has read: which acts they are, what they redact, and the last one.</summary>
internal sealed class CosmosMemory
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _appendIds = new(StringComparer.Ordinal);
    private readonly LedgerRedactions _redactions = new();
    private LedgerEntry? _last;

    /// <summary>Whether an entry with this append id was read.</summary>
    public bool Holds(string appendId)
    {
        lock (_lock)
        {
            return _appendIds.Contains(appendId);
        }
    }

    /// <summary>Whether the entry with this sequence was read.</summary>
    public bool HasSeen(long sequence)
    {
        lock (_lock)
        {
            return sequence <= _last?.Sequence;
        }
    }

    /// <summary>Takes in the whole ledger.</summary>
    /// <returns>The entries without what any of them redacts.</returns>
    /// <exception cref="StorageRefusedException">It does not verify.</exception>
    public LedgerEntry[] TakeAll(ICollection<LedgerEntry> entries)
    {
        var verifier = new LedgerVerifier(Audience.Secretariat);
        foreach (var entry in entries)
        {
            Refuse(verifier.Add(entry));
        }

        Refuse(verifier.Complete());
        return Take(entries);
    }

    /// <summary>Takes in entries that follow each other.</summary>
    /// <returns>The entries without what any known entry redacts.</returns>
    /// <exception cref="StorageRefusedException">They do not follow each other or, when it is known, the entry before them: the message tells these apart.</exception>
    public LedgerEntry[] TakeNext(IReadOnlyList<LedgerEntry> entries)
    {
        lock (_lock)
        {
            var previous = entries.Count > 0 && entries[0].Sequence - 1 == _last?.Sequence ? _last : null;
            StorageRefusedException.ThrowIf(
                previous is not null && entries[0].PreviousHash != previous.Hash,
                $"The store does not hold entry {previous?.Sequence} as this process has read it: entries were lost in a failover, or the store was changed by something else. "
                + "Restart the directory: it then reads the ledger anew, and says so when it is damaged.");
            foreach (var entry in entries)
            {
                Refuse(previous is null ? null : LedgerChain.Fault(entry, previous));
                previous = entry;
            }

            return Take(entries);
        }
    }

    private LedgerEntry[] Take(IEnumerable<LedgerEntry> entries)
    {
        lock (_lock)
        {
            foreach (var entry in entries)
            {
                _appendIds.Add(entry.AppendId);
                _redactions.Add(entry);
                _last = entry.Sequence > (_last?.Sequence ?? 0) ? entry : _last;
            }

            return [.. entries.Select(_redactions.Apply)];
        }
    }

    private static void Refuse(LedgerFault? fault)
    {
        if (fault is not null)
        {
            throw new StorageRefusedException(
                $"The ledger in the container {CosmosContainers.LedgerName} is damaged. {fault} Nothing was changed. Restore the account to a time before the damage.");
        }
    }
}
