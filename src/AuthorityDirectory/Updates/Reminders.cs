using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Updates;

/// <summary>When a State is reminded that an entry is to be confirmed: when its first line falls due, a month later, and when that line is overdue.</summary>
/// <remarks>An entry of which nothing was ever confirmed is reminded of as soon as somebody can confirm it, and from then on yearly. Bodies that are no more are not asked for.</remarks>
public static class Reminders
{
    private const int MonthsUntilSecond = 1;

    /// <summary>The reminder of an entry that is due on a day, the last of those whose dates have come; null when none is.</summary>
    /// <param name="authority">The entry with all its contact points.</param>
    /// <param name="day">The day.</param>
    public static Reminder? On(Authority authority, DateOnly day)
    {
        var lines = Lines(authority, day).ToList();
        var due = lines.Where(line => FreshnessRule.On(line.ConfirmedOn, day) != Freshness.Confirmed).Select(line => line.Id).ToList();
        return authority.Status is AuthorityStatus.Closed or AuthorityStatus.Merged ? null
            : lines.Min(line => line.ConfirmedOn) is not { } first ? new(authority.Id, null, ReminderStage.Never, due)
            : Stage(first, day) is { } stage ? new(authority.Id, first, stage, due)
            : null;
    }

    private static ReminderStage? Stage(DateOnly confirmed, DateOnly day) =>
        day >= FreshnessRule.OverdueOn(confirmed) ? ReminderStage.Overdue
        : day >= FreshnessRule.DueOn(confirmed)?.AddMonths(MonthsUntilSecond) ? ReminderStage.Month
        : day >= FreshnessRule.DueOn(confirmed) ? ReminderStage.Due
        : null;

    private static IEnumerable<(string Id, DateOnly? ConfirmedOn)> Lines(Authority authority, DateOnly day) =>
    [
        (authority.Id, authority.ConfirmedOn),
        .. authority.Designations.Where(each => !(each.ValidTo < day)).Select(each => (each.Id, each.ConfirmedOn)),
        .. authority.ContactPoints.Select(each => (each.Id, each.ConfirmedOn)),
    ];
}

/// <summary>That an entry is to be confirmed.</summary>
/// <param name="AuthorityId">The entry.</param>
/// <param name="ConfirmedOn">When the line that was confirmed longest ago was; null when none ever was.</param>
/// <param name="Stage">Which reminder it is.</param>
/// <param name="Lines">The lines that are due, overdue or were never confirmed.</param>
public sealed record Reminder(string AuthorityId, DateOnly? ConfirmedOn, ReminderStage Stage, IReadOnlyList<string> Lines);

/// <summary>Which reminder of an entry it is.</summary>
public enum ReminderStage
{
    /// <summary>Nothing of it was ever confirmed.</summary>
    Never,

    /// <summary>Its first line fell due.</summary>
    Due,

    /// <summary>A month passed since.</summary>
    Month,

    /// <summary>It is overdue.</summary>
    Overdue,
}
