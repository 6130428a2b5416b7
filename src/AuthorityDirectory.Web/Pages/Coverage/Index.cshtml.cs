using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Coverage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Coverage;

/// <summary>What others have published about how many States named authorities, and apart from it what this directory holds.</summary>
public sealed class CoverageModel(CurrentView current, Texts texts) : PageModel
{
    private readonly IReadOnlyList<FunctionCoverage> _counts = CoverageCount.ByFunction(current.View);
    private readonly IReadOnlyList<GroupCoverage> _groups = CoverageCount.ByRegionalGroup(current.View);

    public CoverageCharts Charts { get; } = new(texts);

    public PublishedFigures Published { get; } = PublishedFigures.Of(current.View);

    /// <summary>The directory's own counts over all parties.</summary>
    public HeldCounts HeldByFunction => new(
        "held-all", texts["Coverage.HeldByFunction"], texts["Coverage.Function"], [.. _counts.Select(count => (Name(count.Function), count))]);

    /// <summary>The same by regional group, for each function of which anything is held.</summary>
    public IReadOnlyList<(Function Function, HeldCounts Counts)> HeldByGroup =>
        [.. _counts.Where(count => count.UnderAnyInstrument > 0).Select(count => (count.Function, ByGroup(count.Function)))];

    /// <summary>The functions of which nothing is held.</summary>
    public IEnumerable<string> NotHeld => _counts.Where(count => count.UnderAnyInstrument == 0).Select(count => Name(count.Function));

    /// <summary>A published number; a word when its source gives none.</summary>
    public string Number(int? number) => number is { } given ? texts.Number(given) : texts["Coverage.NotGiven"];

    private HeldCounts ByGroup(Function function) => new(
        $"held-{Codes.Functions.CodeOf(function)}", texts["Coverage.HeldForFunction", Name(function)], texts["Coverage.Group"],
        [.. _groups.Select(group => (Name(group.Group), group.Functions.Single(count => count.Function == function)))]);

    private string Name(Function function) => texts.Label(Codes.Functions, function);

    private string Name(RegionalGroup? group) =>
        group is { } named ? texts.Label(Codes.RegionalGroups, named) : texts["Coverage.NoGroup"];
}
