using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>The States with what each has not confirmed, where letters to it go and who can be reached there.</summary>
public sealed class OverdueModel(CurrentSnapshot current, Texts texts) : PageModel
{
    /// <summary>Every State is shown.</summary>
    public const string Every = "all";

    /// <summary>Those with something overdue are.</summary>
    public const string SomeOverdue = "overdue";

    /// <summary>Those to be shown.</summary>
    public IReadOnlyList<OverdueState> States { get; private set; } = [];

    /// <summary><see cref="Every"/>, <see cref="SomeOverdue"/>, else those that are late.</summary>
    public string? Show { get; private set; }

    public void OnGet(string? show)
    {
        Show = show;
        States = [.. OverdueState.All(current.Value, texts).Where(state => show switch { Every => true, SomeOverdue => state.Overdue.Count > 0, _ => state.IsLate })];
    }
}
