namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>Days from Monday to Friday; holidays differ from office to office and count.</summary>
public static class WorkingDays
{
    /// <summary>How many have begun after a day, through another; 0 when that is not later.</summary>
    public static int Between(DateOnly from, DateOnly until)
    {
        var days = Math.Max(0, until.DayNumber - from.DayNumber);
        var rest = Enumerable.Range(1, days % 7).Count(day => from.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return (days / 7 * 5) + rest;
    }
}
