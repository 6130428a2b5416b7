using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Globe;

/// <summary>The members and observers of the GlobE Network that this directory knows of.</summary>
public sealed class GlobeModel(CurrentView current, Texts texts) : PageModel
{
    private const string Code = "globe";

    public Network? Network => current.View.Networks.FirstOrDefault(network => network.Code == Code);

    public IReadOnlyList<MembershipEntry> Members => [.. Current(MembershipKind.Member).OrderBy(StateName, Order)];

    public IReadOnlyList<MembershipEntry> Observers => [.. Current(MembershipKind.Observer).OrderBy(entry => entry.Record.Name, Order)];

    /// <summary>The newest published number of authorities in the network; null when none is held.</summary>
    public CoverageFigure? Published => current.View.CoverageFigures
        .Where(figure => figure is { Measure: CoverageMeasure.Globe, Authorities: not null })
        .MaxBy(figure => figure.Source.AsOf);

    private StringComparer Order => StringComparer.Create(texts.Language.Culture, CompareOptions.IgnoreCase);

    private IEnumerable<MembershipEntry> Current(MembershipKind kind) =>
        current.View.InNetwork(Code).Where(entry => entry.IsCurrent && entry.Record.Kind == kind);

    private string StateName(MembershipEntry entry) => entry.State is { } state ? texts.Name(state.Record) : "";
}
