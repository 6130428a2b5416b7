using System.Globalization;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates;

namespace AuthorityDirectory.Tests.Updates;

public sealed class WorkingDaysTests
{
    public static TheoryData<string, string> Cases => CaseFile.Beside("working-days.cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void So_many_working_days_have_begun_between_two_days(string days, string expected) =>
        Assert.Equal(int.Parse(expected, CultureInfo.InvariantCulture), WorkingDays.Between(Day(days.Split(' ')[0]), Day(days.Split(' ')[1])));

    [Theory]
    [InlineData("2026-11-02", 10, "2026-11-16")]
    [InlineData("2026-11-06", 1, "2026-11-09")]
    [InlineData("2026-11-07", 5, "2026-11-13")]
    public void The_day_so_many_working_days_later(string from, int count, string expected)
    {
        Assert.Equal(Day(expected), WorkingDays.After(Day(from), count));
        Assert.Equal(count, WorkingDays.Between(Day(from), Day(expected)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
