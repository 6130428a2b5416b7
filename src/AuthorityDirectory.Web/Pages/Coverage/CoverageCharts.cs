using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Coverage;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Web.Pages.Coverage;

/// <summary>The charts of the page in the words of one language.</summary>
public sealed class CoverageCharts(Texts texts)
{
    /// <summary>Figures of one source, with the number of parties last published before them.</summary>
    public BarChart Of(PublishedSet set, string id, string title)
    {
        IEnumerable<CoverageFigure> figures = set.Parties is { } parties ? [.. set.Figures, parties] : set.Figures;
        return Chart(id, title, [.. figures.Select(figure => new BarRow(LabelOf(figure), States(figure.States!.Value)))]);
    }

    /// <summary>The size of a network at each date for which it was published.</summary>
    public BarChart Of(IEnumerable<CoverageFigure> growth, string id, string title) =>
        Chart(id, title, [.. growth.Select(figure => new BarRow(DateOf(figure.Source), [.. Bars(figure)]))]);

    /// <summary>The directory's own counts, drawn to a longest bar that charts of them share.</summary>
    public BarChart Of(HeldCounts held, int longest) =>
        Chart(held.Id, held.Title, [.. held.Rows.Select(row => new BarRow(row.Label, [.. Bars(row.Count)]))]) with { Longest = longest };

    /// <summary>What a published figure counts; a number of parties with its date, which is not that of the figures beside it.</summary>
    public string LabelOf(CoverageFigure figure)
    {
        var label = texts.Label(Codes.CoverageMeasures, figure.Measure);
        return figure.Measure == CoverageMeasure.StatesParties ? texts["Coverage.AtDate", label, DateOf(figure.Source)] : label;
    }

    /// <summary>The date of a figure as far as it is known.</summary>
    public string DateOf(Source source) => source.AsOf is { } day ? texts.Date(day, source.AsOfPrecision) : texts["Coverage.Undated"];

    private Bar States(int number) => new(number, texts.Count("Coverage.States", number));

    private IEnumerable<Bar> Bars(CoverageFigure figure)
    {
        if (figure.States is { } states)
        {
            yield return States(states);
        }

        if (figure.Authorities is { } authorities)
        {
            yield return new Bar(authorities, texts.Count("Coverage.Authorities", authorities), BarFill.Hollow);
        }
    }

    private IEnumerable<Bar> Bars(FunctionCoverage count) =>
    [
        new Bar(count.UnderConvention, texts["Coverage.BarConvention", count.UnderConvention]),
        new Bar(count.OtherOnly(), texts["Coverage.BarOther", count.OtherOnly()], BarFill.Hollow),
    ];

    private BarChart Chart(string id, string title, IReadOnlyList<BarRow> rows)
    {
        var words = rows.Select(row => texts["Coverage.Row", row.Label, string.Join(texts["Formats.Comma"], row.Bars.Select(bar => bar.Text))]);
        return new BarChart(
            id, title, texts["Coverage.Described", string.Join(texts["Formats.Separator"], words)], rows,
            rows.SelectMany(row => row.Bars).Max(bar => (int?)bar.Value) ?? 0);
    }
}
