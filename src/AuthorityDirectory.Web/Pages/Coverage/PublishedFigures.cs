using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.Coverage;

/// <summary>Every published figure of a view, each in one place.</summary>
/// <param name="Sets">Figures for functions, newest first.</param>
/// <param name="Globe">The size of the GlobE Network, oldest first.</param>
/// <param name="Further">All others, by what they count and then by date.</param>
public sealed record PublishedFigures(IReadOnlyList<PublishedSet> Sets, IReadOnlyList<CoverageFigure> Globe, IReadOnlyList<CoverageFigure> Further)
{
    public static PublishedFigures Of(DirectoryView view)
    {
        var figures = view.CoverageFigures.OrderBy(figure => figure.Measure).ThenBy(figure => figure.Source.AsOf).ToList();
        var sets = figures.Where(figure => CountsStatesOfAFunction(figure)).GroupBy(figure => figure.Source).OrderByDescending(set => set.Key.AsOf);
        return new PublishedFigures(
            [.. sets.Select(set => new PublishedSet(set.Key, [.. set], Parties(figures, set.Key.AsOf)))],
            [.. figures.Where(figure => figure.Measure == CoverageMeasure.Globe)],
            [.. figures.Where(figure => !CountsStatesOfAFunction(figure) && figure.Measure != CoverageMeasure.Globe)]);
    }

    /// <remarks>A function has the same short code in both lists.</remarks>
    private static bool CountsStatesOfAFunction(CoverageFigure figure) =>
        figure.States is not null && Codes.Functions.Parse(Codes.CoverageMeasures.CodeOf(figure.Measure)) is not null;

    private static CoverageFigure? Parties(IEnumerable<CoverageFigure> figures, DateOnly? until) =>
        figures.LastOrDefault(figure => figure is { Measure: CoverageMeasure.StatesParties, States: not null } && figure.Source.AsOf <= until);
}

/// <summary>What one source published for one date: a number of States for each function.</summary>
/// <param name="Source">The source of all of them.</param>
/// <param name="Figures">In the order of the functions; each has a number of States.</param>
/// <param name="Parties">The newest number of parties that was published for that date or before; null when none was.</param>
public sealed record PublishedSet(Source Source, IReadOnlyList<CoverageFigure> Figures, CoverageFigure? Parties);
