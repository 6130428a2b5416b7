using System.Collections.Immutable;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Snapshot;

/// <summary>A record across the ledger.</summary>
internal sealed record RecordKey(RecordKind Kind, string Id);

/// <summary>The head of an entry: enough to tell of it when a later redaction makes more of it count as changed.</summary>
internal sealed record Act(long Sequence, string AppendId, DateTimeOffset RecordedAt, string Hash, Actor Actor, Source? Source);

/// <summary>All revisions of a record, and the parts of the last.</summary>
internal sealed record RecordTrace(ImmutableArray<RevisionTrace> Revisions, IReadOnlyList<RecordPart> Parts)
{
    public static readonly RecordTrace None = new([], []);

    public RecordTrace Add(long storedAt, long effectiveAt, IReadOnlyList<RecordPart> parts) =>
        new(Revisions.Add(new(storedAt, effectiveAt, Holding(parts), Differing(parts))), parts);

    /// <summary>The revision whose part a redaction names; -1 when there is none.</summary>
    public int IndexOf(Redaction redaction)
    {
        var index = Revisions.Length - 1;
        while (index >= 0 && !(Revisions[index].StoredAt == redaction.Sequence && Revisions[index].Holds.Has(redaction.Audience)))
        {
            index--;
        }

        return index;
    }

    /// <summary>The number of the last revision that changed something visible to an audience; 0 when none did.</summary>
    public int LastVisibleTo(Audience audience)
    {
        var number = Revisions.Length;
        while (number > 0 && !Revisions[number - 1].Changed.IsVisibleTo(audience))
        {
            number--;
        }

        return number;
    }

    /// <summary>The trace after the body of a part was taken away: what it was compared with then counts as changed, for nobody can know any more.</summary>
    public RecordTrace Redact(int index, Audience audience)
    {
        var revisions = Revisions.SetItem(index, Revisions[index].Changing(audience));
        var isLast = index == revisions.Length - 1;
        return isLast
            ? new(revisions, WithoutBody(Parts, audience))
            : new(revisions.SetItem(index + 1, revisions[index + 1].Changing(audience)), Parts);
    }

    public static IReadOnlyList<RecordPart> WithoutBody(IReadOnlyList<RecordPart> parts, Audience audience) =>
        [.. parts.Select(part => part.Audience == audience ? part with { Salt = null, Body = null } : part)];

    private static AudienceSet Holding(IReadOnlyList<RecordPart> parts) =>
        parts.Aggregate(default(AudienceSet), (set, part) => set.With(part.Audience));

    private AudienceSet Differing(IReadOnlyList<RecordPart> parts) =>
        Codes.Audiences.All.Where(audience => !Same(Of(Parts, audience), Of(parts, audience)))
            .Aggregate(default(AudienceSet), (set, audience) => set.With(audience));

    private static RecordPart? Of(IReadOnlyList<RecordPart> parts, Audience audience) => parts.FirstOrDefault(part => part.Audience == audience);

    private static bool Same(RecordPart? before, RecordPart? after) =>
        before is null || after is null ? before == after
        : before.Body is { } old && after.Body is { } now && old.Span.SequenceEqual(now.Span);
}

/// <summary>A revision of a record.</summary>
/// <param name="StoredAt">The sequence of the entry that holds its parts.</param>
/// <param name="EffectiveAt">The sequence from which it counts: that of the entry which completed the batch.</param>
/// <param name="Holds">The audiences for which it has a part.</param>
/// <param name="Changed">The audiences whose part is not the same as, or cannot be compared with, that of the revision before.</param>
internal readonly record struct RevisionTrace(long StoredAt, long EffectiveAt, AudienceSet Holds, AudienceSet Changed)
{
    public RevisionTrace Changing(Audience audience) => this with { Changed = Changed.With(audience) };
}

/// <summary>Some audiences.</summary>
internal readonly record struct AudienceSet(int Bits)
{
    public AudienceSet With(Audience audience) => new(Bits | 1 << (int)audience);

    public bool Has(Audience audience) => (Bits >> (int)audience & 1) == 1;

    /// <summary>Whether something of it is visible to an audience.</summary>
    public bool IsVisibleTo(Audience audience) => (Bits & (2 << (int)audience) - 1) != 0;
}
