using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>The act by which a State names an authority for a function under an instrument.</summary>
/// <remarks>Valid from the first through the last day, both included; an open end is null. Without a stated beginning it holds as far back as the directory knows.</remarks>
public sealed record Designation
{
    /// <summary>Authority, dash, <c>d</c> and a number: <c>AT-001-d1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What for.</summary>
    public required Function Function { get; init; }

    /// <summary>Under what.</summary>
    public Instrument Instrument { get; init; } = Instrument.NotStated;

    /// <summary>Article, or the name of the other instrument; null when the instrument says it all.</summary>
    public string? InstrumentNote { get; init; }

    /// <summary>First or further authority for the function.</summary>
    public Rank Rank { get; init; } = Rank.NotStated;

    /// <summary>What it is limited to; all parts null when it is not limited or nothing is stated.</summary>
    public Scope Scope { get; init; } = new();

    /// <summary>The first day, where the source states one; else null.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day; null when open or not known.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>BCP 47 tags of the languages in which requests are accepted; empty means not stated.</summary>
    public IReadOnlyList<string> AcceptedLanguages { get; init; } = [];

    /// <summary>Codes of the channels by which requests may come; empty means not stated.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Whether requests may come through INTERPOL.</summary>
    public InterpolRoute InterpolRoute { get; init; } = InterpolRoute.NotStated;

    /// <summary>What to do in urgent cases; null when not stated.</summary>
    public string? UrgentProcedure { get; init; }

    /// <summary>What a request must contain; null when not stated.</summary>
    public string? Requirements { get; init; }

    /// <summary>What a prevention authority can help other States with; empty means not stated.</summary>
    public IReadOnlyList<string> AreasOfAssistance { get; init; } = [];

    /// <summary>The day on which the State last confirmed it; null when it never did.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The role that confirmed it; null exactly when <see cref="ConfirmedOn"/> is.</summary>
    public ActorRole? ConfirmedByRole { get; init; }

    /// <summary>What the designation rests on.</summary>
    public required Source Source { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(ValidFrom > day) && !(ValidTo < day);
}

/// <summary>What a designation is limited to.</summary>
/// <param name="Territory">Part of the territory; null for all of it.</param>
/// <param name="Subject">Matters; null for all.</param>
/// <param name="Stage">Stage of the proceedings; null for all.</param>
public sealed record Scope(string? Territory = null, string? Subject = null, string? Stage = null);
