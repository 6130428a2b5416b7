using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>What a State, or the Secretariat for it, asks to be changed, line by line, and what became of it.</summary>
public sealed record ChangeRequest : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Id;

    /// <summary>Given by whoever makes it, so that sending it twice makes one: 8 to 64 small letters, digits and dashes.</summary>
    public required string Id { get; init; }

    /// <summary>The State whose entries it changes.</summary>
    public required string StateCode { get; init; }

    /// <summary>How far it has come.</summary>
    public RequestStatus Status { get; init; } = RequestStatus.Draft;

    /// <summary>What is to be changed, each line once.</summary>
    public IReadOnlyList<LineChange> Changes { get; init; } = [];

    /// <summary>The paper it rests on; null while it is written.</summary>
    public Source? Source { get; init; }

    /// <summary>That paper as a file, kept beside the ledger; null when none was given.</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>What the State says to the Secretariat about it; null when nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>The day from which it is to hold; null for as soon as it is accepted.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Whether an entry misleads until it is accepted, such as a number that nobody answers.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The account that submitted it last; null while it is written.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>The role it did so in; null exactly when <see cref="SubmittedBy"/> is.</summary>
    public ActorRole? SubmittedByRole { get; init; }

    /// <summary>When, UTC; null exactly when <see cref="SubmittedBy"/> is.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The account that accepted it first where four eyes are asked for; null before.</summary>
    public string? FirstAcceptedBy { get; init; }

    /// <summary>The account that accepted, returned or withdrew it last; null before.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When, UTC; null exactly when <see cref="DecidedBy"/> is.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was returned or withdrawn; null when it was neither, or without words.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>The day on which its changes came into effect; null before.</summary>
    public DateOnly? AppliedOn { get; init; }
}

/// <summary>What is to become of one line.</summary>
/// <param name="Kind">What the line is.</param>
/// <param name="RecordId">The State or authority whose line it is: <c>AT</c>, <c>AT-001</c>, or the <paramref name="LineId"/> of an authority that the same request adds.</param>
/// <param name="LineId">The line: <c>AT</c>, <c>AT-001</c>, <c>AT-001-d1</c>, <c>AT-001-c1</c>, <c>AT-n1</c>. For one to be added <c>new</c> and a number, once in the request; acceptance gives its id.</param>
/// <param name="Act">Added, changed or removed.</param>
public sealed record LineChange(LineKind Kind, string RecordId, string LineId, LineAct Act)
{
    /// <summary>Its fields, each once: those that differ, of a new line those that are given, of one to be removed those that it has.</summary>
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];
}

/// <summary>What is to become of one field, as people write it.</summary>
/// <param name="Name">The field, by its name in the API: <c>Value</c>, <c>AcceptedLanguages</c>.</param>
/// <param name="Before">What it was when the change was made; empty for nothing.</param>
/// <param name="After">What it is to be; empty for nothing.</param>
public sealed record FieldChange(string Name, string Before, string After);

/// <summary>A file kept beside the ledger, which holds its hash.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
public sealed record Attachment(string Name, string Hash, long Bytes);
