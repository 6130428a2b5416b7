using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates;

namespace AuthorityDirectory.Tests.Updates;

public sealed class FreshnessRuleTests
{
    public static TheoryData<string, string> Cases => CaseFile.Beside("freshness.cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_confirmation_on_one_day_is_so_fresh_on_another(string days, string expected)
    {
        var (confirmed, day) = (Date(days.Split(' ')[0]), Date(days.Split(' ')[1]));

        Assert.Equal(Codes.Freshness.Parse(expected), FreshnessRule.On(confirmed, day!.Value));
    }

    [Fact]
    public void The_next_confirmation_is_due_on_the_day_on_which_freshness_changes()
    {
        Assert.Equal(new DateOnly(2027, 2, 28), FreshnessRule.DueOn(new(2026, 2, 28)));
        Assert.Equal(new DateOnly(2027, 5, 28), FreshnessRule.OverdueOn(new(2026, 2, 28)));
        Assert.Null(FreshnessRule.DueOn(null));
    }

    private static DateOnly? Date(string text) => text == "never" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
