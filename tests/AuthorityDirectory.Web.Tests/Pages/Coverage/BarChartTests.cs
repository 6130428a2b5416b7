using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AuthorityDirectory.Web.Pages.Coverage;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Coverage;

public sealed class BarChartTests
{
    private static readonly BarChart Chart = new(
        "members", "Members & observers", "First: 40 States, 80 <bodies>.",
        [new BarRow("First", new Bar(40, "40 States"), new Bar(80, "80 <bodies>", BarFill.Hollow)), new BarRow("Second", new Bar(0, "no State"))], 80);

    [Fact]
    public void A_chart_is_an_image_with_a_name_and_a_description()
    {
        var svg = Drawn(Chart);

        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal("Members & observers", svg.QuerySelector($"title#{svg.GetAttribute("aria-labelledby")}")?.TextContent);
        Assert.Equal("First: 40 States, 80 <bodies>.", svg.QuerySelector($"desc#{svg.GetAttribute("aria-describedby")}")?.TextContent);
    }

    [Fact]
    public void Every_row_and_every_bar_has_its_words() =>
        Assert.Equal(["First", "40 States", "80 <bodies>", "Second", "no State"], Drawn(Chart).QuerySelectorAll("text").Select(Markup.Shown));

    [Fact]
    public void Bars_are_as_long_as_their_values_and_nothing_has_no_bar()
    {
        var widths = Drawn(Chart).QuerySelectorAll("rect").Select(bar => Number(bar, "width", "%")).ToList();

        Assert.Equal(2, widths.Count);
        Assert.Equal(widths[1], widths[0] * 2);
    }

    [Fact]
    public void Charts_with_the_same_longest_bar_are_drawn_to_the_same_scale()
    {
        var larger = Drawn(Chart with { Longest = 160 }).QuerySelectorAll("rect").Select(bar => Number(bar, "width", "%"));

        Assert.Equal(Drawn(Chart).QuerySelectorAll("rect").Select(bar => Number(bar, "width", "%") / 2), larger);
    }

    [Fact]
    public void Bars_differ_by_more_than_colour() =>
        Assert.Equal(["solid", "hollow"], Drawn(Chart).QuerySelectorAll("rect").Select(bar => bar.ClassName));

    [Fact]
    public void From_right_to_left_bars_begin_at_the_right_and_their_words_go_on_to_the_left()
    {
        var (left, right) = (Drawn(Chart), Drawn(Chart, rightToLeft: true));

        Assert.All(left.QuerySelectorAll("rect"), bar => Assert.Equal(0, Number(bar, "x", "%")));
        Assert.All(right.QuerySelectorAll("rect"), bar => Assert.Equal(100, Number(bar, "x", "%") + Number(bar, "width", "%"), 2));
        Assert.Equal(
            left.QuerySelectorAll("text").Select(text => 100 - Number(text, "x", "%")),
            right.QuerySelectorAll("text").Select(text => Number(text, "x", "%")));
    }

    [Fact]
    public void Rows_stand_one_below_the_other_inside_the_chart()
    {
        var svg = Drawn(Chart);
        var places = svg.QuerySelectorAll("text").Select(text => Number(text, "y", "em")).ToList();

        Assert.Equal(places.Order(), places);
        Assert.True(places[^1] < Number(svg, "height", "em"));
    }

    [Fact]
    public void A_chart_of_nothing_but_zeros_has_no_bar() =>
        Assert.Empty(Drawn(Chart with { Rows = [new BarRow("Only", new Bar(0, "no State"))], Longest = 0 }).QuerySelectorAll("rect"));

    private static IElement Drawn(BarChart chart, bool rightToLeft = false)
    {
        using var markup = new StringWriter(CultureInfo.InvariantCulture);
        chart.Draw(rightToLeft).WriteTo(markup, HtmlEncoder.Default);
        return Assert.Single(new HtmlParser().ParseDocument(markup.ToString()).QuerySelectorAll("svg"));
    }

    private static decimal Number(IElement element, string attribute, string unit) =>
        decimal.Parse(element.GetAttribute(attribute)!.Replace(unit, "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
