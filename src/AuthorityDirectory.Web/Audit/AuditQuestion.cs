using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Web.Audit;

/// <summary>What somebody did.</summary>
public enum Deed
{
    /// <summary>Saw something that not everybody may see.</summary>
    Saw,

    /// <summary>Changed something.</summary>
    Changed,
}

/// <summary>What is asked of the audit.</summary>
/// <param name="From">The first day, UTC.</param>
/// <param name="To">The last day.</param>
public sealed record AuditQuestion(DateOnly From, DateOnly To)
{
    /// <summary>The most days one question may cover.</summary>
    public const int MostDays = 366;

    /// <summary>So many days before today are asked for when nobody says otherwise.</summary>
    public const int UsualDays = 30;

    /// <summary>All deeds.</summary>
    public static IReadOnlyList<Deed> Deeds { get; } = [Web.Audit.Deed.Saw, Web.Audit.Deed.Changed];

    /// <summary>The State, authority or line that it is about; null for all.</summary>
    public string? Record { get; init; }

    /// <summary>The account; null for all.</summary>
    public string? Account { get; init; }

    /// <summary>The role; null for all.</summary>
    public ActorRole? Role { get; init; }

    /// <summary>Only what was seen, or only what was changed; null for both.</summary>
    public Deed? Deed { get; init; }

    /// <summary>Whether the days can be asked for.</summary>
    public bool IsGood => From <= To && To.DayNumber - From.DayNumber < MostDays;

    /// <summary>A deed as an address has it.</summary>
    public static string CodeOf(Deed deed) => deed.ToString().ToLowerInvariant();

    /// <summary>A deed from an address; null when it is none.</summary>
    public static Deed? Parse(string? code) => Deeds.Cast<Deed?>().FirstOrDefault(deed => CodeOf(deed!.Value) == code);

    /// <summary>Whether an act counts.</summary>
    public bool Holds(Deed deed, DateTimeOffset at, string? account, ActorRole role) =>
        (Deed ?? deed) == deed && (Account ?? account) == account && (Role ?? role) == role && DateOnly.FromDateTime(at.UtcDateTime) is var day && From <= day && day <= To;
}

/// <summary>A line of the answer.</summary>
/// <param name="Deed">What was done.</param>
/// <param name="At">When, of several times the first; UTC.</param>
/// <param name="Account">Who; null for the directory itself.</param>
/// <param name="Role">In which role.</param>
/// <param name="What">The records that were changed, or what was shown.</param>
public sealed record AuditRow(Deed Deed, DateTimeOffset At, string? Account, ActorRole Role, string What)
{
    /// <summary>When last, UTC; null when it was once.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>How many times on that day, as far as it is known.</summary>
    public int Times { get; init; } = 1;

    /// <summary>By what it was seen; null for a change.</summary>
    public Means? Means { get; init; }

    /// <summary>Whether the record that was asked for is not named, and may have been among what was shown.</summary>
    public bool IsPossible { get; init; }

    /// <summary>The number of the change on the ledger; null for what was seen.</summary>
    public long? Sequence { get; init; }

    /// <summary>The reference of what the change rests on; null when there is none.</summary>
    public string? Reference { get; init; }
}
