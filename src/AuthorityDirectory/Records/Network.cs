namespace AuthorityDirectory.Records;

/// <summary>A network of authorities or practitioners.</summary>
public sealed record Network : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Code;

    /// <summary>Short code: <c>globe</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its name in English, with its acronym.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Absolute address of its site; null when not sourced.</summary>
    public string? Website { get; init; }

    /// <summary>The region it serves, in words; null when not stated.</summary>
    public string? Region { get; init; }

    /// <summary>What the row rests on.</summary>
    public required Source Source { get; init; }
}
