namespace AuthorityDirectory.Records;

/// <summary>A notice of a State to those who would write to it: until further notice use another way. It expires by itself and is never removed.</summary>
public sealed record Notice : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Id;

    /// <summary>State code, dash, <c>n</c> and a number: <c>AT-n1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The State that gives it.</summary>
    public required string StateCode { get; init; }

    /// <summary>The authority it is about; null when it is about all of the State.</summary>
    public string? AuthorityId { get; init; }

    /// <summary>What is to be known, in the words and the language of the State.</summary>
    public required string Text { get; init; }

    /// <summary>BCP 47 tag of <see cref="Text"/>; null when not stated.</summary>
    public string? Language { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>What it rests on.</summary>
    public required Source Source { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && day <= Until;
}
