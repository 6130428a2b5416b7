using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Exchange.JsonLines;

/// <summary>Takes entries one after the other, verifies them, and at the end takes away what they redact.</summary>
internal sealed class LedgerCollector(Audience audience)
{
    private readonly LedgerVerifier _verifier = new(audience);
    private readonly LedgerRedactions _redactions = new();
    private readonly List<LedgerEntry> _entries = [];
    private LedgerBreak? _break;

    /// <summary>The last sequence taken; 0 for none.</summary>
    public long Position => _entries.Count;

    /// <returns>Whether the entry is whole; after one that is not there is no going on.</returns>
    public bool Add(LedgerEntry entry)
    {
        if (_verifier.Add(entry) is { } fault)
        {
            return Break(fault.What);
        }

        _redactions.Add(entry);
        _entries.Add(entry);
        return true;
    }

    /// <summary>Notes that what stands in the place of the next entry is none.</summary>
    public bool Break(string what)
    {
        _break = new(Position + 1, what);
        return false;
    }

    public LedgerReading Complete()
    {
        _break ??= _verifier.Complete() is { } fault ? new LedgerBreak(fault.Sequence, fault.What) : null;
        return new([.. _entries.Select(_redactions.Apply)], _break);
    }
}
