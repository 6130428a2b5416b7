using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.SignIn;

/// <summary>Leads to an institution's provider. It is a link, because a form of ours may not lead to another site.</summary>
public sealed class WithModel(LoginProviders providers, Caller caller, PageLanguage language) : PageModel
{
    public IActionResult OnGet(string provider, [FromQuery(Name = "return")] string? returnPath, bool connect) =>
        providers.Find(provider) is { } found && (!connect || caller.Account is not null)
            ? Challenge(ProviderLogin.Properties(language, ReturnPath.Parse(returnPath), connect ? caller.Account : null), found.Scheme)
            : NotFound();
}
