using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Providers;
using AuthorityDirectory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AuthorityDirectory.Web.Pages.OwnAccount;

/// <summary>Who is signed in, where, and what they can do about it.</summary>
public sealed class AccountModel(Caller caller, CurrentView view, WorkStoreSessions sessions, LoginProviders providers, DirectoryLinks links, Texts texts) : FormPage(texts)
{
    /// <summary>The State of the account; null when it is of none.</summary>
    public State? State => view.View.State(caller.Account!.StateCode ?? "")?.Record;

    /// <summary>Whether logins of institutions are to be had here.</summary>
    public bool ShowsLogin => providers.All.Count > 0 || caller.Account!.Login is not null;

    /// <summary>Every session that has not ended, newest first.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>The key of the session that asks.</summary>
    public string? Current => HttpContext.Items[WorkStoreSessions.CurrentKey] as string;

    /// <summary>Sessions are on the page whatever was done.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Sessions = await sessions.ListAsync(caller.Account!.Id, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostSignOutAsync() => CarryOutAsync(async () =>
    {
        await HttpContext.EndSessionAsync();
        return Redirect($"{links.SignIn}?notice=signed-out");
    });

    public Task<IActionResult> OnPostEndAsync(string name, CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        await sessions.EndAsync(caller.Account!.Id, name, cancellationToken);
        return Redirect(links.Account);
    });

    public Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        await sessions.EndAllAsync(caller.Account!.Id, Current, cancellationToken);
        return Redirect(links.Account);
    });
}
