using System.Collections.Immutable;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Snapshot;

/// <summary>What the ledger's entries up to a position say: the current records as each audience may see them.</summary>
/// <remarks>
/// Immutable: applying entries makes a new projection that shares what did not change. Nothing in it depends on the date.
/// The same entries give the same projection however they are divided into pages, and whether a body was taken away before or after it was first read.
/// </remarks>
public sealed class Projection
{
    private const int RecentActs = 1000;

    /// <summary>The projection of the empty ledger.</summary>
    public static readonly Projection Empty = new();

    /// <summary>The sequence of the last entry applied; 0 for none.</summary>
    public long Position { get; internal init; }

    /// <summary>The hash of that entry; 64 zeros for none.</summary>
    public string HeadHash { get; internal init; } = new('0', 64);

    /// <summary>When that entry was recorded, UTC; the minimum for none.</summary>
    public DateTimeOffset LastRecordedAt { get; internal init; } = DateTimeOffset.MinValue;

    internal ImmutableDictionary<RecordKey, RecordTrace> Records { get; init; } = ImmutableDictionary<RecordKey, RecordTrace>.Empty;

    internal ImmutableDictionary<string, PendingBatch> Pending { get; init; } = ImmutableDictionary<string, PendingBatch>.Empty;

    internal ImmutableDictionary<string, long> Completed { get; init; } = ImmutableDictionary<string, long>.Empty;

    internal ImmutableList<Act> Acts { get; init; } = [];

    internal ImmutableArray<AudienceProjection> Audiences { get; init; } =
        [.. Codes.Audiences.All.Select(_ => AudienceProjection.Empty)];

    /// <summary>The projection after further entries.</summary>
    /// <param name="entries">The entries that follow, in sequence order, without gaps.</param>
    /// <exception cref="UnreadableEntryException">An entry contradicts those before it, or a newer version of the directory wrote it.</exception>
    public Projection Apply(IEnumerable<LedgerEntry> entries)
    {
        var builder = new ProjectionBuilder(this);
        foreach (var entry in entries)
        {
            builder.Apply(entry);
        }

        return builder.Build();
    }

    /// <summary>What one audience may see.</summary>
    public AudienceProjection For(Audience audience) => Audiences[(int)audience];

    /// <summary>The number of the last revision of a record, visible to whomever; 0 when there is none.</summary>
    public int RevisionOf(RecordKind kind, string id) => Records.TryGetValue(new(kind, id), out var trace) ? trace.Revisions.Length : 0;

    /// <summary>Whether a batch was completed and took effect.</summary>
    public bool IsInForce(string batch) => Completed.ContainsKey(batch) && !Pending.ContainsKey(batch);

    /// <summary>The sequence at which an act is on the ledger: of its batch when that is complete, else of its own entry; null when it is not among the last thousand.</summary>
    internal long? Find(string appendId, BatchPart? place) =>
        place is null ? Recent(appendId)?.Sequence
        : Completed.TryGetValue(place.Id, out var sequence) ? sequence
        : Pending.GetValueOrDefault(place.Id)?.Parts.GetValueOrDefault(place.Part)?.Sequence;

    private Act? Recent(string appendId)
    {
        var first = Math.Max(0, Acts.Count - RecentActs);
        var index = Acts.FindIndex(first, act => act.AppendId == appendId);
        return index < 0 ? null : Acts[index];
    }

    /// <summary>Whether what a redaction names is there.</summary>
    internal bool Holds(Redaction redaction) =>
        RecordCatalogue.Find(redaction.Kind) is { } kind
        && ((Records.TryGetValue(new(kind, redaction.Id), out var trace) && trace.IndexOf(redaction) >= 0)
            || Pending.Values.Any(batch => batch.Holds(redaction)));
}

/// <summary>What one audience may see of the ledger up to a position.</summary>
/// <param name="Position">The last sequence that changed something visible; 0 for none.</param>
/// <param name="HeadHash">The hash of that entry; 64 zeros for none.</param>
/// <param name="Records">The current records by kind and id (ordinal).</param>
/// <param name="Changes">The acts that changed something visible, by sequence.</param>
public sealed record AudienceProjection(
    long Position,
    string HeadHash,
    ImmutableDictionary<RecordKind, ImmutableSortedDictionary<string, VisibleRecord>> Records,
    ImmutableList<ChangeEntry> Changes)
{
    internal static readonly AudienceProjection Empty = new(
        0,
        new('0', 64),
        RecordCatalogue.All.ToImmutableDictionary(kind => kind, _ => ImmutableSortedDictionary.Create<string, VisibleRecord>(StringComparer.Ordinal)),
        []);

    /// <summary>The current records of a type with their revisions, by id.</summary>
    public IEnumerable<VisibleRecord> Of<T>() where T : DirectoryRecord => Records[RecordCatalogue.Of<T>()].Values;
}

/// <summary>A current record as one audience sees it.</summary>
/// <param name="Record">Without what the audience may not see.</param>
/// <param name="Revision">The last revision that changed something visible to it.</param>
/// <param name="LastModified">When that, or a redaction of something visible to it, was recorded; UTC.</param>
public sealed record VisibleRecord(DirectoryRecord Record, int Revision, DateTimeOffset LastModified);
