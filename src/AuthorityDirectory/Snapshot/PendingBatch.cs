using System.Collections.Immutable;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Snapshot;

/// <summary>The entries of a batch that are there so far, by part.</summary>
/// <param name="Of">How many make it whole.</param>
/// <param name="LastRecordedAt">When the last of them was recorded.</param>
/// <param name="Parts">The entries.</param>
/// <param name="IsVoid">Whether it was completed after one of its records had been changed, and so never takes effect.</param>
internal sealed record PendingBatch(int Of, DateTimeOffset LastRecordedAt, ImmutableSortedDictionary<int, LedgerEntry> Parts, bool IsVoid = false)
{
    public IEnumerable<RecordChange> Changes => Parts.Values.SelectMany(entry => entry.Changes);

    public bool Holds(Redaction redaction) => Parts.Values.Any(entry => entry.Sequence == redaction.Sequence && entry.Changes.Any(change =>
        change.Kind == redaction.Kind && change.Id == redaction.Id && change.Parts.Any(part => part.Audience == redaction.Audience)));

    public PendingBatch Without(Redaction redaction) =>
        this with { Parts = Parts.SetItems(Parts.Select(part => KeyValuePair.Create(part.Key, Without(part.Value, redaction)))) };

    private static LedgerEntry Without(LedgerEntry entry, Redaction redaction) => entry.Sequence != redaction.Sequence ? entry : entry with
    {
        Changes = [.. entry.Changes.Select(change => change.Kind != redaction.Kind || change.Id != redaction.Id ? change
            : change with { Parts = RecordTrace.WithoutBody(change.Parts, redaction.Audience) })],
    };
}
