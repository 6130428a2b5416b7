namespace AuthorityDirectory.Updates;

/// <summary>Days from Monday to Friday, in which it is counted how long something waits.</summary>
/// <remarks>Holidays differ from office to office and count as any other day.</remarks>
public static class WorkingDays
{
    /// <summary>How many have begun after a day, through another; 0 when that is not later.</summary>
    public static int Between(DateOnly from, DateOnly until)
    {
        var days = Math.Max(0, until.DayNumber - from.DayNumber);
        var rest = Enumerable.Range(1, days % 7).Count(day => IsWorking(from.AddDays(day)));
        return (days / 7 * 5) + rest;
    }

    /// <summary>The day that is so many working days after another.</summary>
    /// <param name="from">The day from which it is counted; it does not count itself.</param>
    /// <param name="count">At least 1.</param>
    public static DateOnly After(DateOnly from, int count)
    {
        var day = from;
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
