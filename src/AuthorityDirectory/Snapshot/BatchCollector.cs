using System.Collections.Immutable;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Snapshot;

/// <summary>Keeps the entries of batches until their last is there.</summary>
internal sealed class BatchCollector(Projection start)
{
    private readonly ImmutableDictionary<string, PendingBatch>.Builder _pending = start.Pending.ToBuilder();
    private readonly ImmutableDictionary<string, long>.Builder _completed = start.Completed.ToBuilder();

    public ImmutableDictionary<string, PendingBatch> Pending => _pending.ToImmutable();

    public ImmutableDictionary<string, long> Completed => _completed.ToImmutable();

    /// <summary>The entries that take effect with this one: itself when it stands alone; with the last of a batch all of it, in the order of parts.</summary>
    /// <param name="entry">The entry that follows.</param>
    /// <param name="isNext">Whether a change is the next revision of its record.</param>
    public IEnumerable<LedgerEntry> Effective(LedgerEntry entry, Func<RecordChange, bool> isNext)
    {
        if (entry.Batch is not { } place)
        {
            return [entry];
        }

        UnreadableEntryException.Unless(!_completed.ContainsKey(place.Id), entry, $"batch '{place.Id}' was complete before it.");
        var batch = _pending.GetValueOrDefault(place.Id) ?? new(place.Of, entry.RecordedAt, ImmutableSortedDictionary<int, LedgerEntry>.Empty);
        UnreadableEntryException.Unless(
            batch.Of == place.Of && !batch.Parts.ContainsKey(place.Part), entry, $"part {place.Part} of batch '{place.Id}' does not fit those before it.");
        batch = batch with { LastRecordedAt = entry.RecordedAt, Parts = batch.Parts.Add(place.Part, entry) };
        _pending[place.Id] = batch;
        return batch.Parts.Count == batch.Of ? Complete(place.Id, batch, entry.Sequence, isNext) : [];
    }

    /// <summary>Takes a body out of the entries that are kept.</summary>
    public void Redact(Redaction redaction)
    {
        foreach (var (id, batch) in _pending.Where(batch => batch.Value.Holds(redaction)).ToList())
        {
            _pending[id] = batch.Without(redaction);
        }
    }

    /// <summary>A batch takes effect whole or, when one of its records was changed by somebody else meanwhile, not at all.</summary>
    private IEnumerable<LedgerEntry> Complete(string id, PendingBatch batch, long sequence, Func<RecordChange, bool> isNext)
    {
        _completed[id] = sequence;
        if (!batch.Changes.All(isNext))
        {
            _pending[id] = batch with { IsVoid = true };
            return [];
        }

        _pending.Remove(id);
        return batch.Parts.Values;
    }
}
