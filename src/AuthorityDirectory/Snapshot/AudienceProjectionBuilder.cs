using System.Collections.Immutable;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Snapshot;

/// <summary>One audience's share of a projection while entries are applied.</summary>
internal sealed class AudienceProjectionBuilder(Audience audience, AudienceProjection start)
{
    private static readonly IComparer<ChangeEntry> BySequence =
        Comparer<ChangeEntry>.Create((a, b) => a.Sequence.CompareTo(b.Sequence));

    private static readonly IComparer<ChangedRecord> ByRecord = Comparer<ChangedRecord>.Create((a, b) =>
        string.CompareOrdinal(a.Kind, b.Kind) is not 0 and var kind ? kind
        : string.CompareOrdinal(a.Id, b.Id) is not 0 and var id ? id
        : a.Revision.CompareTo(b.Revision));

    private readonly Dictionary<RecordKind, ImmutableSortedDictionary<string, VisibleRecord>.Builder> _records = [];
    private readonly SortedDictionary<long, (Act Act, SortedSet<ChangedRecord> Changed)> _mentioned = [];
    private Act? _last;

    public Audience Audience { get; } = audience;

    public AudienceProjection Build() => _last is null ? start : new(
        _last.Sequence,
        _last.Hash,
        start.Records.SetItems(_records.Select(kind => KeyValuePair.Create(kind.Key, kind.Value.ToImmutable()))),
        _mentioned.Values.Aggregate(start.Changes, (changes, told) => Tell(changes, told.Act, told.Changed)));

    /// <summary>Puts the record as it now is in place of the one before; null takes it away.</summary>
    public void Show(RecordKey key, DirectoryRecord? record, int revision, Act act)
    {
        _last = act;
        var records = Of(key.Kind);
        if (record is null)
        {
            records.Remove(key.Id);
        }
        else
        {
            records[key.Id] = new(record, revision, act.RecordedAt);
        }
    }

    /// <summary>Tells of an act that it changed a record.</summary>
    public void Mention(Act act, ChangedRecord changed)
    {
        if (!_mentioned.TryGetValue(act.Sequence, out var told))
        {
            _mentioned[act.Sequence] = told = (act, new(ByRecord));
        }

        told.Changed.Add(changed);
    }

    private ImmutableSortedDictionary<string, VisibleRecord>.Builder Of(RecordKind kind) =>
        _records.TryGetValue(kind, out var records) ? records : _records[kind] = start.Records[kind].ToBuilder();

    private static ImmutableList<ChangeEntry> Tell(ImmutableList<ChangeEntry> changes, Act act, SortedSet<ChangedRecord> changed)
    {
        var entry = new ChangeEntry(act.Sequence, act.RecordedAt, act.Actor.Role, act.Source, [.. changed]) { ActorId = act.Actor.Id };
        var index = changes.BinarySearch(entry, BySequence);
        return index < 0
            ? changes.Insert(~index, entry)
            : changes.SetItem(index, entry with { Changed = [.. changed.Union(changes[index].Changed).Order(ByRecord)] });
    }
}
