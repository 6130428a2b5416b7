using AuthorityDirectory.Records;

namespace AuthorityDirectory.Ledger;

/// <summary>An act that is to be appended: who changes which records to what, on which source.</summary>
public sealed record Draft
{
    /// <summary>Who acts.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What the act rests on; null for acts of the directory itself.</summary>
    public Source? Source { get; init; }

    /// <summary>Why, in words for everyone to read; null when the source says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>The whole records as they are to be, each once; what only some may see is parted by <see cref="RecordCatalogue"/>.</summary>
    public IReadOnlyList<DirectoryRecord> Records { get; init; } = [];

    /// <summary>Parts of earlier entries to take away.</summary>
    public IReadOnlyList<Redaction> Redacts { get; init; } = [];
}

/// <summary>What a rule says to a command on a snapshot: an act, or why there is none.</summary>
/// <param name="Draft">The act; null exactly when it is refused.</param>
/// <param name="Refusal">Why not; null exactly when there is an act.</param>
public sealed record Decision(Draft? Draft, Refusal? Refusal)
{
    /// <summary>It is to be done.</summary>
    public static Decision Accept(Draft draft) => new(draft, null);

    /// <summary>It is not to be done.</summary>
    public static Decision Refuse(Refusal refusal) => new(null, refusal);

    /// <summary>It is not to be done.</summary>
    /// <param name="reason">Which rule says so.</param>
    /// <param name="why">Why not and what to do, as a sentence.</param>
    public static Decision Refuse(RefusalReason reason, string why) => new(null, new(reason, why));

    /// <summary>It is not to be done, because it contradicts itself.</summary>
    /// <param name="why">Why not and what to do, as a sentence.</param>
    public static Decision Refuse(string why) => Refuse(RefusalReason.Invalid, why);
}

/// <summary>What became of an act.</summary>
/// <param name="Result">Whether it is on the ledger.</param>
/// <param name="Position">The sequence of the entry that made it take effect; when it was refused, the position on which that was decided.</param>
/// <param name="Reason">Why it is not on the ledger and what to do, as a sentence; null when it is.</param>
public sealed record WriteOutcome(WriteResult Result, long Position, string? Reason = null)
{
    /// <summary>The rule that refused it; null unless <see cref="Result"/> is <see cref="WriteResult.Refused"/>.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Whether the act is on the ledger, durably, and in the snapshot.</summary>
    public bool IsWritten => Result is WriteResult.Written or WriteResult.WrittenBefore;
}

/// <summary>Whether an act is on the ledger.</summary>
public enum WriteResult
{
    /// <summary>It is, since now.</summary>
    Written,

    /// <summary>It was there already: the same act was sent twice.</summary>
    WrittenBefore,

    /// <summary>The rules of the directory say no.</summary>
    Refused,

    /// <summary>Others wrote all the time: send the same act again.</summary>
    Contended,

    /// <summary>The ledger takes no entries now; reading goes on.</summary>
    ReadOnly,
}
