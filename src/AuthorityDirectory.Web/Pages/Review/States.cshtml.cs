using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>The States with what each has not confirmed, where letters to it go and who can be reached there.</summary>
public sealed class OverdueModel(CurrentSnapshot current, Texts texts) : PageModel
{
    /// <summary>Those to be shown.</summary>
    public IReadOnlyList<OverdueState> States { get; private set; } = [];

    /// <summary>Which: <c>all</c>, those with something <c>overdue</c>, else those that are late.</summary>
    public string? Show { get; private set; }

    public void OnGet(string? show)
    {
        Show = show;
        States = [.. OverdueState.All(current.Value, texts).Where(state => show switch { "all" => true, "overdue" => state.Overdue.Count > 0, _ => state.IsLate })];
    }
}
