using AuthorityDirectory.Accounts;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Links;
using AuthorityDirectory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.SignIn;

/// <summary>What the letter to a new address opens: its button makes the address hold.</summary>
/// <remarks>Nobody needs to be signed in: the owner asked for the link while signed in, and whoever presses the button has the mailbox.</remarks>
public sealed class AddressModel(OneTimeLinks oneTime, CurrentSnapshot current, AddressChanges changes, Texts texts) : FormPage(texts)
{
    /// <summary>The secret of the link.</summary>
    [BindProperty(Name = "key", SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>Whose address changes; null when the link does not work.</summary>
    public Account? Account { get; private set; }

    /// <summary>The new address.</summary>
    public string? Email { get; private set; }

    /// <summary>Whether the address holds.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The page's address without the secret.</summary>
    public string Path => Request.Path;

    public Task<IActionResult> OnGetAsync(string id, bool done, CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        IsDone = done;
        return IsDone || Take(await oneTime.FindAsync(id, Key, LinkPurpose.NewAddress, cancellationToken)) ? Page() : Again(StatusCodes.Status404NotFound);
    });

    public Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        if (!Take(await oneTime.TakeAsync(id, Key, LinkPurpose.NewAddress, cancellationToken)))
        {
            return Again(StatusCodes.Status404NotFound);
        }

        var outcome = await changes.HoldAsync(Account!, Email!, cancellationToken);
        if (outcome.IsWritten)
        {
            return Redirect($"{Path}?done=true");
        }

        Fault(null, outcome.Reason!);
        return Again(StatusCodes.Status409Conflict);
    });

    private bool Take(OneTimeLink? link)
    {
        Account = link is not null && current.Value.Register.Account(link.AccountId) is { } account && account.IsOpen() ? account : null;
        Email = link?.Email;
        return Account is not null;
    }
}
