using AuthorityDirectory.Accounts;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Providers;
using AuthorityDirectory.Web.Pages.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.OwnAccount;

/// <summary>Connects the account to a login of an institution: from then on nothing else opens it.</summary>
/// <remarks>Who connects has proved both: the mailbox, by having signed in with a link, and the login, by coming back from the provider. The button, with the token of its form, keeps another site from connecting a login of its own.</remarks>
public sealed class LoginModel(Caller caller, LedgerWriter writer, LoginProviders providers, DirectoryLinks links, Texts texts) : FormPage(texts)
{
    private readonly Texts _texts = texts;

    private AuthenticateResult _pending = AuthenticateResult.NoResult();

    public IReadOnlyList<LoginProvider> Providers => providers.All;

    /// <summary>What the person knows the login by that came back; null when none did.</summary>
    public string? Shown => _pending.Principal?.FindFirst(ProviderLogin.ShownClaim)?.Value;

    /// <summary>Who vouches for it.</summary>
    public string? Issuer => ProviderLogin.LoginOf(_pending.Principal)?.Issuer;

    public Task OnGetAsync() => TakeAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        await TakeAsync();
        if (ProviderLogin.LoginOf(_pending.Principal) is not { } login)
        {
            Fault(null, _texts["Account.LoginGone"]);
            return Again();
        }

        var outcome = await writer.WriteAsync(snapshot => AccountRules.Bind(snapshot, caller.Account!.Id, login), cancellationToken: cancellationToken);
        if (!outcome.IsWritten)
        {
            Fault(null, outcome.Reason!);
            return Again(StatusCodes.Status409Conflict);
        }

        await HttpContext.SignOutAsync(ProviderLogin.Pending);
        return Redirect(links.Account);
    });

    /// <summary>A login that another account asked for is not this one's.</summary>
    private async Task TakeAsync()
    {
        var kept = await HttpContext.AuthenticateAsync(ProviderLogin.Pending);
        _pending = kept.Succeeded && ProviderLogin.AccountOf(kept) == caller.Account!.Id ? kept : AuthenticateResult.NoResult();
    }
}
