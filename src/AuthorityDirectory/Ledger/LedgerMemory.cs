namespace AuthorityDirectory.Ledger;

/// <summary>All entries of a ledger in memory, with the rules by which the next one is taken. One thread may add while others read.</summary>
public sealed class LedgerMemory
{
    private const int PageEntries = 250;

    private readonly Lock _lock = new();
    private readonly List<LedgerEntry> _entries = [];
    private readonly HashSet<string> _appendIds = new(StringComparer.Ordinal);

    /// <summary>The last entry; null while there is none.</summary>
    public LedgerEntry? Last { get; private set; }

    /// <summary>What speaks against an entry as the next; null when it may be added.</summary>
    /// <exception cref="ArgumentException">It stands at the right position but does not verify against the last entry, lacks a body or redacts what is not there: its writer is at fault.</exception>
    public AppendResult? Refuse(LedgerEntry entry)
    {
        lock (_lock)
        {
            return _appendIds.Contains(entry.AppendId) ? AppendResult.AlreadyAppended
                : entry.Sequence != _entries.Count + 1 ? AppendResult.Conflict
                : NewEntry.Fault(entry, Last, earlier => _entries[(int)(earlier - 1)]) is { } fault ? throw new ArgumentException(fault.ToString(), nameof(entry))
                : null;
        }
    }

    /// <summary>Whether an entry with this append id is there.</summary>
    public bool Holds(string appendId)
    {
        lock (_lock)
        {
            return _appendIds.Contains(appendId);
        }
    }

    /// <summary>Adds an entry that nothing speaks against, and takes away what it redacts.</summary>
    public void Add(LedgerEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
            _appendIds.Add(entry.AppendId);
            Last = entry;
            Redact(entry);
        }
    }

    /// <summary>A page of the entries after a position.</summary>
    /// <param name="after">The last sequence already known; 0 for none.</param>
    public LedgerPage Read(long after)
    {
        lock (_lock)
        {
            var start = (int)Math.Min(after, _entries.Count);
            var count = Math.Min(PageEntries, _entries.Count - start);
            return new LedgerPage(_entries.GetRange(start, count), start + count == _entries.Count);
        }
    }

    /// <summary>The entry with this sequence.</summary>
    public LedgerEntry this[long sequence]
    {
        get
        {
            lock (_lock)
            {
                return _entries[(int)(sequence - 1)];
            }
        }
    }

    private void Redact(LedgerEntry entry)
    {
        var redactions = new LedgerRedactions();
        redactions.Add(entry);
        foreach (var sequence in entry.Redacts.Select(redaction => redaction.Sequence).Distinct())
        {
            _entries[(int)(sequence - 1)] = redactions.Apply(_entries[(int)(sequence - 1)]);
        }
    }
}
