namespace AuthorityDirectory.Records;

/// <summary>A channel of communication: the route by which a request or message travels.</summary>
public sealed record Channel : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Code;

    /// <summary>Short code: <c>diplomatic</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Absolute address of its operator's site; null when there is none.</summary>
    public string? Website { get; init; }

    /// <summary>What the row rests on.</summary>
    public required Source Source { get; init; }
}
