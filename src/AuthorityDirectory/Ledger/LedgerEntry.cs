using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Ledger;

/// <summary>One act on the ledger: who changed which records, when, on which source, and the whole new records.</summary>
/// <remarks>Actor, source and reason are for everyone to see; what is restricted stands in <see cref="RecordPart"/>s.</remarks>
public sealed record LedgerEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Made before the first attempt to append, so that a second attempt is known as the same act.</summary>
    public required string AppendId { get; init; }

    /// <summary>The place in a batch of entries that take effect together; null for an entry that stands alone.</summary>
    public BatchPart? Batch { get; init; }

    /// <summary>When it was recorded, UTC, to the millisecond; never before the entry before it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who acted.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What the act rests on; null for acts of the directory itself.</summary>
    public Source? Source { get; init; }

    /// <summary>Why, in words; null when the source says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>The records as they are from now on.</summary>
    public IReadOnlyList<RecordChange> Changes { get; init; } = [];

    /// <summary>Parts of earlier entries whose bodies are taken away.</summary>
    public IReadOnlyList<Redaction> Redacts { get; init; } = [];

    /// <summary>The hash of the entry before it; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, lower-case hexadecimal, over the entry with the hashes of its parts in place of salts and bodies.</summary>
    public required string Hash { get; init; }

    /// <summary>The entry as an export for an audience shows it: parts that begin with a larger audience keep their hashes and lose salt and body.</summary>
    /// <remarks>The entry's own hash still holds. The same object when nothing is to be withheld.</remarks>
    public LedgerEntry ForAudience(Audience audience) => Withhold((_, part) => part.Audience > audience);

    internal LedgerEntry Withhold(Func<RecordChange, RecordPart, bool> isWithheld)
    {
        return Changes.Any(change => change.Parts.Any(part => IsTakenAway(change, part)))
            ? this with { Changes = [.. Changes.Select(change => change with { Parts = [.. change.Parts.Select(part => Reduce(change, part))] })] }
            : this;

        bool IsTakenAway(RecordChange change, RecordPart part) => part.Body is not null && isWithheld(change, part);

        RecordPart Reduce(RecordChange change, RecordPart part) => IsTakenAway(change, part) ? part with { Salt = null, Body = null } : part;
    }
}

/// <summary>Who acts: a role, and an opaque account.</summary>
/// <param name="Role">The role acted in.</param>
/// <param name="Id">Opaque id of the account; null for the directory itself.</param>
public sealed record Actor(ActorRole Role, string? Id = null)
{
    /// <summary>The directory itself.</summary>
    public static readonly Actor System = new(ActorRole.System);
}

/// <summary>A place in a batch.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Part">1 to <paramref name="Of"/>.</param>
/// <param name="Of">How many entries make it whole.</param>
public sealed record BatchPart(string Id, int Part, int Of);

/// <summary>A record as it is from this entry on.</summary>
/// <param name="Kind">The stored kind with its version: <c>authority.v1</c>.</param>
/// <param name="Id">The record's key inside its kind.</param>
/// <param name="Revision">1 for a new record, then one more each time.</param>
/// <param name="Parts">At most one for each audience, in the order of audiences; at least one.</param>
public sealed record RecordChange(string Kind, string Id, int Revision, IReadOnlyList<RecordPart> Parts);

/// <summary>The share of a record that begins to be visible with one audience.</summary>
/// <param name="Audience">The smallest audience that may see it.</param>
/// <param name="Salt">128 random bits in lower-case hexadecimal; null exactly when <paramref name="Body"/> is.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal, over the salt's bytes followed by the body.</param>
/// <param name="Body">Canonical JSON, UTF-8; null when redacted or withheld from the reader.</param>
public sealed record RecordPart(Audience Audience, string? Salt, string Hash, ReadOnlyMemory<byte>? Body);

/// <summary>That a part of an earlier entry is taken away, and on what ground.</summary>
/// <param name="Sequence">The earlier entry.</param>
/// <param name="Kind">The stored kind of the record.</param>
/// <param name="Id">The record's key.</param>
/// <param name="Audience">Which part.</param>
/// <param name="Ground">Why, in words.</param>
public sealed record Redaction(long Sequence, string Kind, string Id, Audience Audience, string Ground);
