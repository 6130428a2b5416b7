using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>A State, or the European Union: its names, its standing under the Convention and what it states for all its authorities.</summary>
public sealed record State : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Code;

    /// <summary>ISO 3166-1 alpha-2; <c>EU</c> for the European Union.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-3; null for the European Union.</summary>
    public string? Alpha3 { get; init; }

    /// <summary>Three digits of the United Nations M49 standard; null for the European Union.</summary>
    public string? M49 { get; init; }

    /// <summary>State or regional organization.</summary>
    public required StateKind Kind { get; init; }

    /// <summary>Party, signatory or neither.</summary>
    public required ConventionStatus ConventionStatus { get; init; }

    /// <summary>The short name in six languages.</summary>
    public required Names Name { get; init; }

    /// <summary>Words under which people search for it; never shown.</summary>
    public IReadOnlyList<Alias> Aliases { get; init; } = [];

    /// <summary>The formal name in English.</summary>
    public required string FormalName { get; init; }

    /// <summary>Null for those that belong to none.</summary>
    public RegionalGroup? RegionalGroup { get; init; }

    /// <summary>The day of signature; null when it did not sign or the day is not known.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>The day of deposit of the instrument; null when there is none or the day is not known.</summary>
    public DateOnly? ConsentOn { get; init; }

    /// <summary>The form of consent; null when there is none or it is not known.</summary>
    public ConsentForm? ConsentBy { get; init; }

    /// <summary>The day from which the Convention binds it: the thirtieth day after the deposit, never before 14 December 2005 (article 68); null when not known.</summary>
    public DateOnly? InForceOn { get; init; }

    /// <summary>BCP 47 tags of its official languages; empty means not stated.</summary>
    public IReadOnlyList<string> OfficialLanguages { get; init; } = [];

    /// <summary>BCP 47 tags of the languages in which it accepts requests (article 46, paragraph 14); empty means not stated.</summary>
    public IReadOnlyList<string> AcceptedLanguages { get; init; } = [];

    /// <summary>Whether it takes the Convention as the basis for extradition.</summary>
    public ExtraditionBasis ExtraditionBasis { get; init; } = ExtraditionBasis.NotStated;

    /// <summary>Whether it takes requests through INTERPOL.</summary>
    public InterpolRoute InterpolRoute { get; init; } = InterpolRoute.NotStated;

    /// <summary>The time zone of the capital, IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Links to law and profiles; empty means none is held.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Where letters of the Secretariat to the State go; all parts empty when not stated. For the Secretariat and the State itself.</summary>
    public Mission Mission { get; init; } = new();

    /// <summary>What the row rests on.</summary>
    public required Source Source { get; init; }
}

/// <summary>The mission of a State to which the Secretariat writes.</summary>
public sealed record Mission
{
    /// <summary>To whom the letter is addressed, as it stands on the envelope; null when not stated.</summary>
    public string? Addressee { get; init; }

    /// <summary>Where it is.</summary>
    public Address Address { get; init; } = new();
}
