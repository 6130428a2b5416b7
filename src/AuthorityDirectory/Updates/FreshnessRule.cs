using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Updates;

/// <summary>How long a State's confirmation of an entry lasts: after 12 months the next is due, after 15 it is overdue.</summary>
/// <remarks>Counted in months of the calendar: what was confirmed on 31 August is due on 31 August, what was confirmed on 29 February on 28 February.</remarks>
public static class FreshnessRule
{
    private const int MonthsUntilDue = 12;
    private const int MonthsUntilOverdue = 15;

    /// <summary>The freshness on a day.</summary>
    /// <param name="confirmedOn">The day of the last confirmation; null when there was none.</param>
    /// <param name="day">The day to judge it on.</param>
    public static Freshness On(DateOnly? confirmedOn, DateOnly day) =>
        confirmedOn is null ? Freshness.NeverConfirmed
        : day >= OverdueOn(confirmedOn) ? Freshness.Overdue
        : day >= DueOn(confirmedOn) ? Freshness.Due
        : Freshness.Confirmed;

    /// <summary>The first day on which the next confirmation is due; null when there was none.</summary>
    public static DateOnly? DueOn(DateOnly? confirmedOn) => After(confirmedOn, MonthsUntilDue);

    /// <summary>The first day on which it is overdue; null when there was none.</summary>
    public static DateOnly? OverdueOn(DateOnly? confirmedOn) => After(confirmedOn, MonthsUntilOverdue);

    private static DateOnly? After(DateOnly? day, int months) =>
        day > DateOnly.MaxValue.AddMonths(-months) ? DateOnly.MaxValue : day?.AddMonths(months);
}
