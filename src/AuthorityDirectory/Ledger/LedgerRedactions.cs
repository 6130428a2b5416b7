using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Ledger;

/// <summary>The parts that redaction entries have taken away, and how an entry reads without them.</summary>
public sealed class LedgerRedactions
{
    private readonly HashSet<(long Sequence, string Kind, string Id, Audience Audience)> _parts = [];

    /// <summary>Notes what an entry redacts.</summary>
    public void Add(LedgerEntry entry) =>
        _parts.UnionWith(entry.Redacts.Select(redaction => (redaction.Sequence, redaction.Kind, redaction.Id, redaction.Audience)));

    /// <summary>Whether a part of an entry is to have neither salt nor body.</summary>
    public bool Cover(long sequence, RecordChange change, RecordPart part) =>
        _parts.Contains((sequence, change.Kind, change.Id, part.Audience));

    /// <summary>The entry without salt and body of the parts that are redacted; the same object when it has none of them.</summary>
    public LedgerEntry Apply(LedgerEntry entry) => entry.Withhold((change, part) => Cover(entry.Sequence, change, part));
}
