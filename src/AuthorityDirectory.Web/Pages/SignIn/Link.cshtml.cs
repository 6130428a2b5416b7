using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Links;
using AuthorityDirectory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.SignIn;

/// <summary>What a link of a letter opens: following it shows a button, and the button signs in. Programs that look at mail follow links and press nothing.</summary>
public sealed class LinkModel(OneTimeLinks oneTime, CurrentSnapshot current, DirectoryLinks links, Texts texts) : FormPage(texts)
{
    /// <summary>The secret of the link.</summary>
    [BindProperty(Name = "key", SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>Whom the link signs in; null when it does not work.</summary>
    public Account? Account { get; private set; }

    /// <summary>The page's address without the secret.</summary>
    public string Path => Request.Path;

    public Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        Account = AccountOf(await oneTime.FindAsync(id, Key, LinkPurpose.SignIn, cancellationToken));
        return Account is null ? Again(StatusCodes.Status404NotFound) : Page();
    });

    public Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        var link = await oneTime.TakeAsync(id, Key, LinkPurpose.SignIn, cancellationToken);
        if (AccountOf(link) is not { } account)
        {
            return Again(StatusCodes.Status404NotFound);
        }

        await HttpContext.BeginSessionAsync(account);
        return Redirect(ReturnPath.Parse(link!.ReturnPath) ?? links.Start(account));
    });

    /// <summary>The account as it is now: closed, bound to a login or at another address, it is not opened by a link any more.</summary>
    private Account? AccountOf(OneTimeLink? link) =>
        link is not null && current.Value.Register.Account(link.AccountId) is { Login: null } account && account.IsOpen() && account.Email == link.Email ? account : null;
}
