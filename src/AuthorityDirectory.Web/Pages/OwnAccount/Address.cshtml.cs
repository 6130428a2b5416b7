using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.OwnAccount;

/// <summary>Asks for another address; it holds when its owner says so.</summary>
public sealed class AddressModel(Caller caller, AddressChanges changes, AccountLetters letters, Quota quota, DirectoryLinks links, Texts texts) : FormPage(texts)
{
    private const int MostOfAccount = 5;

    private readonly Texts _texts = texts;

    /// <summary>What was typed.</summary>
    [BindProperty(Name = "address")]
    public string? Email { get; set; }

    /// <summary>Whether the letter is under way.</summary>
    public bool IsSent { get; private set; }

    public void OnGet(bool sent) => IsSent = sent;

    /// <remarks>An address that another account has is told to nobody here; the link to it says so.</remarks>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        Email = Email?.Trim();
        if (string.IsNullOrEmpty(Email) || Letter.MailboxFault(Email) is not null)
        {
            Fault("address", _texts["SignIn.AddressFault"]);
            return Again();
        }

        if (!letters.CanBeSent || !await quota.TakeAsync($"new address of {caller.Account!.Id}", MostOfAccount, cancellationToken))
        {
            Fault(null, letters.CanBeSent ? _texts["Account.TooMany"] : _texts["SignIn.NoMail"]);
            return Again(letters.CanBeSent ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable);
        }

        await changes.AskAsync(caller.Account!, Email, cancellationToken);
        return Redirect($"{links.NewAddress}?sent=true");
    });
}
