using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Http;

/// <summary>Each limit names itself and its value, whatever is nested in whatever.</summary>
public sealed class LimitTests
{
    static readonly ODataLimits _wide = new() { MaxUrlLength = 2_000_000 };

    public static TheoryData<string, string> Deep => new()
    {
        { Repeat("(", 10_000) + "true", "MaxExpressionDepth" },
        { Repeat("not ", 10_000) + "true", "MaxExpressionDepth" },
        { Repeat("-", 10_000) + "1", "MaxExpressionDepth" },
        { Repeat("tolower(", 10_000) + "Name", "MaxExpressionDepth" },
        { "Name in " + Repeat("[", 10_000), "MaxExpressionDepth" },
        { "Name in " + Repeat("{\"a\":", 10_000), "MaxExpressionDepth" },
        { Repeat("Lights/any(x:", 10_000), "MaxExpressionDepth" },
        { Repeat("case(true:", 10_000), "MaxExpressionDepth" },
        { Repeat("Keepers/$count($filter=", 10_000), "MaxExpressionDepth" },
        { "Name" + Repeat("/Name", 10_000), "MaxNodeCount" },
        { "true" + Repeat(" and true", 10_000), "MaxNodeCount" },
        { "A20 gt 1&$compute=Height as A0" + string.Concat(Enumerable.Range(0, 20).Select(i => $",A{i} add A{i} as A{i + 1}")), "MaxNodeCount" },
        { "1" + Repeat(" add 1", 10_000), "MaxNodeCount" },
        { "Height in (1" + Repeat(",1", 10_000) + ")", "MaxNodeCount" },
        { "@a&@a=@b and @b&@b=@c and @c&@c=@d and @d&@d=@e and @e&@e=@f and @f&@f=@g and @g&@g=@h and @h&@h=@i and @i&@i=@j and @j&@j=true", "MaxNodeCount" },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void Nesting_and_length_end_in_an_error(string filter, string limit)
    {
        var (status, body) = new InProcess(Some.Coast, _wide).Get("Lighthouses", "$filter=" + filter);
        Assert.Equal(400, status);
        Assert.Contains(limit, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$expand=Keepers(", ")")]
    [InlineData("$expand=Keepers($expand=Lighthouse(", "))")]
    [InlineData("$select=Structure(", ")")]
    [InlineData("$search=", "")]
    public void Nested_options_end_in_an_error(string open, string close)
    {
        var nested = open == "$search=" ? "$search=" + Repeat("(", 5_000) : Repeat(open, 5_000) + Repeat(close, 5_000);
        var (status, body) = new InProcess(Some.Coast, _wide).Get("Lighthouses", nested);
        Assert.Equal(400, status);
        Assert.Contains("MaxExpressionDepth", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deep_chain_within_the_limits_is_evaluated()
    {
        var limits = new ODataLimits { MaxUrlLength = 2_000_000, MaxNodeCount = 20_000 };
        Assert.Equal(200, new InProcess(Some.Coast, limits).Get("Lighthouses", "$filter=1" + Repeat(" add 1", 5_000) + " gt 1").Status);
    }

    [Theory]
    [InlineData("a a a a a a")]
    [InlineData("\"a a a a a\"")]
    [InlineData("a OR b OR c")]
    public void A_search_has_a_length(string search)
    {
        var (status, body) = new InProcess(Some.Coast, new ODataLimits { MaxSearchLength = 10 }).Get("Lighthouses", $"$search={search}");

        Assert.Equal(400, status);
        Assert.Contains("MaxSearchLength", body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_long_in_few_steps_ends_too()
    {
        var (status, body) = new InProcess(RandomCoast.Make(1, 200), new ODataLimits { MaxSeconds = 0 }).Get("Lighthouses", "$filter=matchesPattern(Name,'(a|aa){1,9}b$')");

        Assert.Equal(400, status);
        Assert.Contains("MaxSeconds", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$filter=Keepers/any(k:k/Lighthouse/Keepers/any(x:x/Number gt 100))", "MaxSteps")]
    [InlineData("$orderby=Height add 1", "MaxSteps")]
    [InlineData("$expand=Keepers($filter=Number gt 100)", "MaxSteps")]
    public void Work_is_bounded(string query, string limit)
    {
        var (status, body) = new InProcess(RandomCoast.Make(1, 200), new ODataLimits { MaxSteps = 100 }).Get("Lighthouses", query);
        Assert.Equal(400, status);
        Assert.Contains(limit, body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bytes_of_an_answer_are_bounded()
    {
        var (status, body) = new InProcess(RandomCoast.Make(1, 200), new ODataLimits { MaxResultBytes = 20_000, PageSize = 200 }).Get("Lighthouses", "");
        Assert.Equal(400, status);
        Assert.Contains("MaxResultBytes of this service, which is 20000", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$expand=Lighthouse")]
    [InlineData("$expand=Lighthouse($expand=Keepers($filter=Number eq $it/Number))")]
    public void Expanded_entities_are_bounded_where_they_cannot_be_left_to_a_next_link(string query)
    {
        var (status, body) = new InProcess(RandomCoast.Make(1, 200), new ODataLimits { MaxExpandedEntities = 50, PageSize = 200 }).Get("Keepers", query);
        Assert.Equal(400, status);
        Assert.Contains("MaxExpandedEntities of this service, which is 50", body, StringComparison.Ordinal);
    }

    static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
