using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Links;
using AuthorityDirectory.Web.Accounts.Providers;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.SignIn;

/// <summary>Asks for an address and answers the same whether it is known or not.</summary>
public sealed class SignInModel(
    AccountLetters letters, SignInRequests requests, Quota quota, LoginProviders providers, DirectoryLinks links, Texts texts, ILogger<SignInModel> log) : FormPage(texts)
{
    /// <summary>How many links one network may ask for in an hour.</summary>
    public const int MostOfNetwork = 20;

    private readonly Texts _texts = texts;

    /// <summary>What was typed.</summary>
    [BindProperty(Name = "address")]
    public string? Address { get; set; }

    /// <summary>Where to go on afterwards; null for what is next.</summary>
    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>What is to be said of what was done before; null for nothing.</summary>
    public string? Notice { get; private set; }

    public bool CanSend => letters.CanBeSent;

    public IReadOnlyList<LoginProvider> Providers => providers.All;

    public void OnGet(string? notice)
    {
        Return = ReturnPath.Parse(Return);
        Notice = notice switch
        {
            "signed-out" => _texts["SignIn.SignedOut"],
            "handed-over" => _texts["SignIn.HandedOver"],
            "unknown-login" => _texts["SignIn.UnknownLogin"],
            "provider" => _texts["SignIn.ProviderFailed"],
            _ => null,
        };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Return = ReturnPath.Parse(Return);
        Address = Address?.Trim();
        return CarryOutAsync(() => AskAsync(cancellationToken));
    }

    private async Task<IActionResult> AskAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Address) || Letter.MailboxFault(Address) is not null)
        {
            Fault("address", _texts["SignIn.AddressFault"]);
            return Again();
        }

        if (!CanSend)
        {
            return Again(StatusCodes.Status503ServiceUnavailable);
        }

        if (!await quota.TakeAsync($"network {Network.Of(HttpContext.Connection.RemoteIpAddress)}", MostOfNetwork, cancellationToken))
        {
            Fault(null, _texts["SignIn.TooMany", MostOfNetwork]);
            return Again(StatusCodes.Status429TooManyRequests);
        }

        if (!requests.TryAdd(new(Address, Return)))
        {
            log.SignInLeftOut();
        }

        return Redirect(links.SignInSent);
    }
}
