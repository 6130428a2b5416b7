using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace AuthorityDirectory.Web.Pages.Coverage;

/// <summary>Horizontal bars from one zero line, drawn on the server as SVG that can be read without sight, colour or script.</summary>
/// <param name="Id">Unique on its page; the title and the description are named after it.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Description">The same figures in words.</param>
/// <param name="Rows">From the top.</param>
/// <param name="Longest">The value of the longest bar there is room for; charts that are to be compared share it.</param>
/// <remarks>Lengths along the bars are percentages and those across them are ems, so that words keep their size however narrow the page is.</remarks>
public sealed record BarChart(string Id, string Title, string Description, IReadOnlyList<BarRow> Rows, int Longest)
{
    /// <summary>How far the longest bar goes; the rest is for the words after it.</summary>
    private const double Reach = 62;
    private const double LabelHeight = 1.7;
    private const double BarHeight = 1.1;
    private const double BarPitch = 1.5;
    private const double RowGap = .6;

    /// <summary>The markup. From right to left everything is mirrored; words follow the direction of the page.</summary>
    public IHtmlContent Draw(bool rightToLeft) => new HtmlString(Svg(rightToLeft).ToString(SaveOptions.DisableFormatting));

    private XElement Svg(bool rightToLeft)
    {
        var (marks, height) = (new List<XElement>(), 0d);
        foreach (var row in Rows)
        {
            marks.AddRange(Marks(row, height, rightToLeft));
            height += HeightOf(row);
        }

        return Element("svg", [Named("title", Title), Named("desc", Description), .. marks],
            ("class", "chart"), ("role", "img"), ("aria-labelledby", $"{Id}-title"), ("aria-describedby", $"{Id}-desc"),
            ("width", "100%"), ("height", Ems(height)));
    }

    private IEnumerable<XElement> Marks(BarRow row, double top, bool rightToLeft)
    {
        var first = top + LabelHeight;
        var zero = Percent(Across(0, rightToLeft));
        yield return Element("text", [row.Label], ("class", "label"), ("x", zero), ("y", Ems(top + 1.2)));
        foreach (var mark in row.Bars.SelectMany((bar, i) => Marks(bar, first + (i * BarPitch), rightToLeft)))
        {
            yield return mark;
        }

        yield return Element("line", [],
            ("class", "axis"), ("x1", zero), ("x2", zero), ("y1", Ems(first - .1)), ("y2", Ems(first + (row.Bars.Count * BarPitch) - .3)));
    }

    private IEnumerable<XElement> Marks(Bar bar, double top, bool rightToLeft)
    {
        var length = Reach * bar.Value / Math.Max(Longest, 1);
        if (bar.Value > 0)
        {
            yield return Element("rect", [],
                ("class", bar.Fill == BarFill.Solid ? "solid" : "hollow"), ("x", Percent(rightToLeft ? 100 - length : 0)), ("y", Ems(top)),
                ("width", Percent(length)), ("height", Ems(BarHeight)));
        }

        yield return Element("text", [bar.Text],
            ("x", Percent(Across(length, rightToLeft))), ("dx", Ems(rightToLeft ? -.5 : .5)), ("y", Ems(top + .9)));
    }

    private XElement Named(string name, string words) => Element(name, [words], ("id", $"{Id}-{name}"));

    private static double HeightOf(BarRow row) => LabelHeight + (row.Bars.Count * BarPitch) + RowGap;

    private static double Across(double percent, bool rightToLeft) => rightToLeft ? 100 - percent : percent;

    private static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");

    private static string Ems(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}em");

    private static XElement Element(string name, IEnumerable<object> content, params IEnumerable<(string Name, string Value)> attributes) =>
        new(name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value)), content);
}

/// <summary>Bars that belong together.</summary>
/// <param name="Label">What they are of.</param>
/// <param name="Bars">From the top.</param>
public sealed record BarRow(string Label, params IReadOnlyList<Bar> Bars);

/// <summary>One bar.</summary>
/// <param name="Value">Its length; not negative.</param>
/// <param name="Text">The value in words, with what is counted where there are several bars.</param>
/// <param name="Fill">How it is filled.</param>
public sealed record Bar(int Value, string Text, BarFill Fill = BarFill.Solid);

/// <summary>How a bar is filled: a difference that needs no colour.</summary>
public enum BarFill
{
    Solid,
    Hollow,
}
