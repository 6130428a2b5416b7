using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>The entries of a State, each to be closed, merged or withdrawn, and where letters to it go.</summary>
public sealed class EntriesModel(CurrentView current) : PageModel
{
    /// <summary>The State.</summary>
    public StateEntry State { get; private set; } = null!;

    public IActionResult OnGet(string state)
    {
        if (current.View.State(state) is not { } entry)
        {
            return NotFound();
        }

        State = entry;
        return Page();
    }
}
