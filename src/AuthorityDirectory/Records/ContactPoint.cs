using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>An e-mail address, telephone or fax with a purpose: an office first, a person second.</summary>
public sealed record ContactPoint
{
    /// <summary>Authority, dash, <c>c</c> and a number: <c>AT-001-c1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The means.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>Address or number as it is used.</summary>
    public required string Value { get; init; }

    /// <summary>From where a number works; <see cref="CodeLists.DialableFrom.Anywhere"/> for what is not a number.</summary>
    public DialableFrom DialableFrom { get; init; } = DialableFrom.Anywhere;

    /// <summary>What it is for.</summary>
    public ContactPurpose Purpose { get; init; } = ContactPurpose.General;

    /// <summary>The title of the post or unit that answers; null when not stated.</summary>
    public string? Role { get; init; }

    /// <summary>BCP 47 tags of the languages spoken there; empty means not stated.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The smallest audience that may see it.</summary>
    public Audience Visibility { get; init; } = Audience.Public;

    /// <summary>The day on which the State last confirmed it; null when it never did.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The role that confirmed it; null exactly when <see cref="ConfirmedOn"/> is.</summary>
    public ActorRole? ConfirmedByRole { get; init; }

    /// <summary>What the contact point rests on; null when it is what the entry of its authority rests on.</summary>
    public Source? Source { get; init; }
}
