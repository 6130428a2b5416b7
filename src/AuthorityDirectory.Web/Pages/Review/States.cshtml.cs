using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>The States with what each has not confirmed, where letters to it go and who can be reached there.</summary>
public sealed class OverdueModel(CurrentSnapshot current, Texts texts) : PageModel
{
    /// <summary>Those to be shown.</summary>
    public IReadOnlyList<OverdueState> States { get; private set; } = [];

    /// <summary>Whether all are shown, and not only those that are late.</summary>
    public bool ShowsAll { get; private set; }

    public void OnGet(string? show)
    {
        ShowsAll = show == "all";
        States = [.. OverdueState.All(current.Value, texts).Where(state => ShowsAll || state.IsLate)];
    }
}
