using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Pages.States;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages;

/// <summary>The home page: leads from a State and a function to the answer, and says what the directory holds.</summary>
public sealed class HomeModel(CurrentView current, DirectoryLinks links, PageLanguage language) : PageModel
{
    /// <summary>What was typed as the State; null when nothing was.</summary>
    public string? State { get; private set; }

    /// <summary>The function asked for; null for all.</summary>
    public Function? Wanted { get; private set; }

    public bool IsUnknown { get; private set; }

    /// <summary>The States that may have been meant, when the text is not the name of one.</summary>
    public IReadOnlyList<StateEntry> Candidates { get; private set; } = [];

    public IReadOnlyList<State> States => [.. current.View.States.Select(entry => entry.Record).InOrder(language)];

    public IReadOnlyList<Holding> Holdings => [.. Codes.Functions.All.Select(function => Holding.Of(function, current.View))];

    public int StatesWithAuthorities => current.View.States.Count(entry => entry.Authorities.Count > 0);

    public int Confirmed => current.View.Authorities.Count(entry => entry.Record.ConfirmedOn is not null);

    public IActionResult OnGet(string? state, string? function)
    {
        Wanted = Codes.Functions.Parse(function);
        if (function is not null && Wanted is null || SearchText.IsTooLong(state))
        {
            return BadRequest();
        }

        return state is null && function is null ? Page() : Lead(state?.Trim());
    }

    private IActionResult Lead(string? typed)
    {
        State = typed;
        if (typed is { Length: > 0 } && NamedState.Exactly(current.View, typed) is { } meant)
        {
            return Redirect(links.State(meant.Record.Code, Wanted));
        }

        Candidates = typed is { Length: > 0 } ? NamedState.Like(current.View, typed) : [];
        IsUnknown = Candidates.Count == 0;
        return Page();
    }
}
