using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Pages.States;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>Leads a focal point to its desk; shows the Secretariat those of all States.</summary>
public sealed class IndexModel(Caller caller, StateDesk desk, DeskLinks links, Texts texts) : PageModel
{
    public IReadOnlyList<StateDue> States { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (caller.Account is not { } account)
        {
            return Challenge();
        }

        if (account.StateCode is { } own && caller.May(Permission.SeeDesk, own))
        {
            return Redirect(links.Desk(own));
        }

        if (!caller.May(Permission.SeeDesk))
        {
            return Forbid();
        }

        var names = desk.View.States.Select(state => state.Record).InOrder(texts.Language);
        States = [.. names.Select(state => new StateDue(desk.View.State(state.Code)!, desk.Waiting(state.Code).Count))];
        return Page();
    }
}

/// <summary>How a State's entries stand.</summary>
/// <param name="State">The State.</param>
/// <param name="Waiting">How many requests wait.</param>
public sealed record StateDue(StateEntry State, int Waiting)
{
    /// <summary>How many of its entries are of a freshness.</summary>
    public int Count(Freshness freshness) => State.Authorities.Count(entry => entry.Freshness == freshness);
}
