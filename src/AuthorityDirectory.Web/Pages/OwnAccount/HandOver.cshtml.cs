using AuthorityDirectory.Accounts;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.OwnAccount;

/// <summary>Hands an account over in three steps: who, check, done.</summary>
public sealed class HandOverModel(Caller caller, CurrentSnapshot current, Invitations invitations, DirectoryLinks links, Texts texts) : FormPage(texts)
{
    private const string AnyId = "a-new";

    private readonly Texts _texts = texts;

    /// <summary>The successor's name; null when not given.</summary>
    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    /// <summary>The successor's address.</summary>
    [BindProperty(Name = "address")]
    public string? Email { get; set; }

    /// <summary>Whether what was typed can be done, and waits for a yes.</summary>
    public bool IsChecked { get; private set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        IsChecked = IsGood();
        return IsChecked ? Page() : Again();
    }

    public IActionResult OnPostChange() => Page();

    public Task<IActionResult> OnPostDoAsync(CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        if (!IsGood())
        {
            return Again();
        }

        var outcome = await invitations.HandOverAsync(caller.Account!, Name, Email!, cancellationToken);
        if (outcome.Account is null)
        {
            Fault(null, outcome.Outcome.Reason!);
            return Again(StatusCodes.Status409Conflict);
        }

        await HttpContext.EndSessionAsync();
        return Redirect($"{links.SignIn}?notice=handed-over");
    });

    /// <summary>The rule decides, before anything is written as when it is.</summary>
    private bool IsGood()
    {
        Email = Email?.Trim();
        var fault = string.IsNullOrEmpty(Email) || Letter.MailboxFault(Email) is not null ? _texts["SignIn.AddressFault"] : AccountRules.HandOver(current.Value, caller.Account!, AnyId, Name, Email).Refusal?.Message;
        if (fault is not null)
        {
            Fault("address", fault);
        }

        return fault is null;
    }
}
