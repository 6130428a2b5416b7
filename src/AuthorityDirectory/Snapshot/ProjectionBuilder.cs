using System.Collections.Immutable;
using System.Text.Json;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Snapshot;

/// <summary>Applies entries to a projection: redactions at once, changes at once or when their batch is complete.</summary>
internal sealed class ProjectionBuilder(Projection start)
{
    private const string Newer = "is not a record that this version of the directory can read: start the version that wrote it, or a newer one.";

    private readonly ImmutableDictionary<RecordKey, RecordTrace>.Builder _records = start.Records.ToBuilder();
    private readonly BatchCollector _batches = new(start);
    private readonly ImmutableList<Act>.Builder _acts = start.Acts.ToBuilder();
    private readonly AudienceProjectionBuilder[] _audiences =
        [.. Codes.Audiences.All.Select(audience => new AudienceProjectionBuilder(audience, start.For(audience)))];

    private LedgerEntry? _last;

    private long Position => _last?.Sequence ?? start.Position;

    /// <summary>The projection after all that was applied.</summary>
    public Projection Build() => _last is null ? start : new()
    {
        Position = _last.Sequence,
        HeadHash = _last.Hash,
        LastRecordedAt = _last.RecordedAt,
        Records = _records.ToImmutable(),
        Pending = _batches.Pending,
        Completed = _batches.Completed,
        Acts = _acts.ToImmutable(),
        Audiences = [.. _audiences.Select(audience => audience.Build())],
    };

    /// <summary>Applies the entry that follows.</summary>
    public void Apply(LedgerEntry entry)
    {
        UnreadableEntryException.Unless(entry.Sequence == Position + 1, entry, $"it should be number {Position + 1}.");
        UnreadableEntryException.Unless(entry.Changes.DistinctBy(change => (change.Kind, change.Id)).Count() == entry.Changes.Count, entry, "it changes a record twice.");
        var act = new Act(entry.Sequence, entry.AppendId, entry.RecordedAt, entry.Hash, entry.Actor, entry.Source);
        _acts.Add(act);
        entry.Redacts.ToList().ForEach(redaction => Redact(redaction, act));
        foreach (var stored in _batches.Effective(entry, IsNext))
        {
            Change(stored, act);
        }

        _last = entry;
    }

    private bool IsNext(RecordChange change) =>
        RecordCatalogue.Find(change.Kind) is not { } kind || Trace(new(kind, change.Id)).Revisions.Length + 1 == change.Revision;

    private void Change(LedgerEntry stored, Act act)
    {
        foreach (var change in stored.Changes)
        {
            var key = new RecordKey(Kind(change, stored), change.Id);
            var before = Trace(key);
            UnreadableEntryException.Unless(change.Revision == before.Revisions.Length + 1, stored,
                $"{change.Kind} {change.Id} has revision {change.Revision} and should have {before.Revisions.Length + 1}.");
            var after = before.Add(stored.Sequence, act.Sequence, change.Parts);
            _records[key] = after;
            Show(key, after, after.Revisions[^1].Changed, act, change.Revision);
        }
    }

    private void Redact(Redaction redaction, Act act)
    {
        if (RecordCatalogue.Find(redaction.Kind) is not { } kind)
        {
            return;
        }

        _batches.Redact(redaction);
        var key = new RecordKey(kind, redaction.Id);
        var before = Trace(key);
        var index = before.IndexOf(redaction);
        if (index < 0)
        {
            return;
        }

        var after = before.Redact(index, redaction.Audience);
        _records[key] = after;
        MentionAgain(key, after, index, redaction.Audience);
        Show(key, after, default(AudienceSet).With(redaction.Audience), act, index + 1);
    }

    /// <summary>A revision whose body, or whose predecessor's, is gone counts as a change even if it was known to be none.</summary>
    private void MentionAgain(RecordKey key, RecordTrace trace, int index, Audience part)
    {
        for (var i = index; i < Math.Min(index + 2, trace.Revisions.Length); i++)
        {
            var act = _acts[(int)trace.Revisions[i].EffectiveAt - 1];
            foreach (var audience in _audiences.Where(audience => audience.Audience >= part))
            {
                audience.Mention(act, new(key.Kind.Title, key.Id, i + 1));
            }
        }
    }

    private void Show(RecordKey key, RecordTrace trace, AudienceSet changed, Act act, int revision)
    {
        DirectoryRecord? record = null;
        foreach (var audience in _audiences)
        {
            record = trace.Parts.Any(part => part.Audience == audience.Audience) ? Merge(key, trace, audience.Audience, act.Sequence) : record;
            if (changed.IsVisibleTo(audience.Audience))
            {
                audience.Mention(act, new(key.Kind.Title, key.Id, revision));
                audience.Show(key, record, trace.LastVisibleTo(audience.Audience), act);
            }
        }
    }

    private static DirectoryRecord? Merge(RecordKey key, RecordTrace trace, Audience audience, long sequence)
    {
        try
        {
            var record = key.Kind.Merge([.. trace.Parts.Where(part => part.Audience <= audience && part.Body is not null)
                .Select(part => new PartBody(part.Audience, part.Body!.Value))]);
            return record is null || record.Key == key.Id ? record : throw new JsonException($"it describes '{record.Key}'.");
        }
        catch (JsonException error)
        {
            throw new UnreadableEntryException(sequence, $"{key.Kind.Name} {key.Id} {Newer} {error.Message}", error);
        }
    }

    private RecordTrace Trace(RecordKey key) => _records.GetValueOrDefault(key, RecordTrace.None);

    private static RecordKind Kind(RecordChange change, LedgerEntry entry) => RecordCatalogue.Find(change.Kind)
        ?? throw new UnreadableEntryException(entry.Sequence, $"{change.Kind} {change.Id} {Newer}");
}
