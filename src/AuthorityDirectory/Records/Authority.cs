using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>A body of a State, with what it is designated for and how to reach it.</summary>
public sealed record Authority : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Id;

    /// <summary>State code, dash, at least three digits: <c>AT-001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The State it belongs to.</summary>
    public required string StateCode { get; init; }

    /// <summary>The name in English, as its source gives it.</summary>
    public required string Name { get; init; }

    /// <summary>The name in its own language and script; null when not sourced.</summary>
    public string? NativeName { get; init; }

    /// <summary>BCP 47 tag of <see cref="NativeName"/>; null exactly when that is.</summary>
    public string? NativeNameLanguage { get; init; }

    /// <summary>The name in further languages, each from a source.</summary>
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    /// <summary>Names it had before.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>The acronym it goes by; null when not sourced.</summary>
    public string? Acronym { get; init; }

    /// <summary>What kind of body its name says it is.</summary>
    public AuthorityKind Kind { get; init; } = AuthorityKind.NotStated;

    /// <summary>Where it sits; all parts empty when not sourced.</summary>
    public Address Address { get; init; } = new();

    /// <summary>Absolute address of its site; null when not sourced.</summary>
    public string? Website { get; init; }

    /// <summary>BCP 47 tags of the languages it works in; empty means not stated.</summary>
    public IReadOnlyList<string> WorkingLanguages { get; init; } = [];

    /// <summary>Codes of the channels it uses (<see cref="Channel"/>); empty means not stated.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Office hours in words; null when not stated.</summary>
    public string? OfficeHours { get; init; }

    /// <summary>IANA time zone; null means that of its State.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What became of it.</summary>
    public AuthorityStatus Status { get; init; } = AuthorityStatus.NotStated;

    /// <summary>The authority that took over; null when none or not known.</summary>
    public string? SuccessorId { get; init; }

    /// <summary>The day on which the State last confirmed the entry; null when it never did.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The role that confirmed it; null exactly when <see cref="ConfirmedOn"/> is.</summary>
    public ActorRole? ConfirmedByRole { get; init; }

    /// <summary>What it is or was designated for.</summary>
    public IReadOnlyList<Designation> Designations { get; init; } = [];

    /// <summary>How to reach it.</summary>
    public IReadOnlyList<ContactPoint> ContactPoints { get; init; } = [];

    /// <summary>The highest number a contact point of it ever had; 0 when that is the highest of those it has.</summary>
    /// <remarks>A contact point that is removed takes its number with it.</remarks>
    public int ContactsNumbered { get; init; }

    /// <summary>What the entry rests on.</summary>
    public required Source Source { get; init; }
}

/// <summary>A postal address.</summary>
public sealed record Address
{
    /// <summary>The lines as written on an envelope, without city and code; empty when not sourced.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Null when not sourced.</summary>
    public string? City { get; init; }

    /// <summary>Null when not sourced or part of a line.</summary>
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null when there is no address.</summary>
    public string? CountryCode { get; init; }
}
