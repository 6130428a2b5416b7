using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Requests.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>What was changed of a State's entries, or of one of them, the newest first.</summary>
public sealed class HistoryModel(StateDesk desk) : PageModel
{
    private const int OnePage = 25;

    public StateEntry State { get; private set; } = null!;

    /// <summary>The entry that it is about; null for all.</summary>
    public AuthorityEntry? Entry { get; private set; }

    public IReadOnlyList<ChangeRequest> Done { get; private set; } = [];

    /// <summary>The number of the next page; null on the last.</summary>
    public int? Next { get; private set; }

    public DirectoryView View => desk.View;

    public IActionResult OnGet(string state, string? entry, [FromQuery(Name = "page")] int number = 1)
    {
        if (desk.State(state) is not { } found || number < 1)
        {
            return NotFound();
        }

        State = found;
        Entry = found.Authorities.FirstOrDefault(each => each.Record.Id == entry);
        if (entry is not null && Entry is null)
        {
            return NotFound();
        }

        var all = desk.Snapshot.Register.RequestsOf(state).Where(request => request.AppliedOn is not null && (entry is null || request.Changes.Any(change => EntryForm.Holds(entry, change))))
            .OrderByDescending(request => request.AppliedOn).ThenByDescending(request => request.DecidedAt).ToList();
        Done = [.. all.Skip((number - 1) * OnePage).Take(OnePage)];
        Next = all.Count > number * OnePage ? number + 1 : null;
        return Page();
    }
}
