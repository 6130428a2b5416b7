using AuthorityDirectory.Web.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.SignIn;

/// <summary>Says what happens next, in the same words whatever was typed.</summary>
public sealed class SentModel(IHostEnvironment environment, MailOptions mail) : PageModel
{
    /// <summary>The page with the letters.</summary>
    public const string Outbox = "/dev/outbox";

    /// <summary>Whether the letter can be read on a page of this machine.</summary>
    public bool IsShownHere => environment.IsDevelopment() && mail.Kind == MailKind.Folder;
}
