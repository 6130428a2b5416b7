using System.Net;
using System.Security.Claims;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Gives a test accounts and browsers that have signed in, without mail; how one signs in has tests of its own.</summary>
public static class Accounts
{
    private static int _count;

    /// <summary>An open account, written to the ledger.</summary>
    public static async Task<Account> InviteAsync(this DirectoryHost host, ActorRole role, string? stateCode = null, string? name = null)
    {
        var number = Interlocked.Increment(ref _count);
        var account = new Account { Id = $"a-test{number}", Role = role, StateCode = stateCode, Name = name ?? $"Office {number}", Email = $"office{number}@example.org" };
        var outcome = await host.Services.GetRequiredService<LedgerWriter>().WriteAsync(snapshot => AccountRules.Invite(snapshot, null, account));
        Assert.True(outcome.IsWritten, outcome.Reason);
        return account;
    }

    /// <summary>The cookie of a session of an account, as a browser sends it.</summary>
    public static async Task<Cookie> SessionAsync(this DirectoryHost host, Account account)
    {
        var options = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SigningIn.Cookie);
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var identity = new ClaimsIdentity([new(Caller.AccountClaim, account.Id), new(ClaimTypes.Name, account.Id)], SigningIn.Cookie);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + WorkStoreSessions.Idle, IsPersistent = true };
        var key = await options.SessionStore!.StoreAsync(new(new ClaimsPrincipal(identity), properties, SigningIn.Cookie));
        var named = new ClaimsPrincipal(new ClaimsIdentity([new("Microsoft.AspNetCore.Authentication.Cookies-SessionId", key)], SigningIn.Cookie));
        return new(options.Cookie.Name!, options.TicketDataFormat.Protect(new(named, SigningIn.Cookie))) { Domain = host.Address.Host, Path = "/" };
    }

    /// <summary>The same for a real browser.</summary>
    public static async Task<Microsoft.Playwright.Cookie> BrowserSessionAsync(this DirectoryHost host, Account account)
    {
        var cookie = await host.SessionAsync(account);
        return new() { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path };
    }

    /// <summary>A client that has signed in, keeps cookies, and does not follow redirections.</summary>
    public static async Task<HttpClient> SignInAsync(this DirectoryHost host, Account account)
    {
        var cookies = new CookieContainer();
        cookies.Add(await host.SessionAsync(account));
        return new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = host.Address };
    }

    /// <summary>Posts a form of a page as a browser does: with its hidden fields, and what was typed in place of what stood there.</summary>
    /// <param name="client">A client that keeps cookies.</param>
    /// <param name="path">The page that holds the form.</param>
    /// <param name="typed">Fields by name.</param>
    /// <param name="form">A selector for the form; the first of the page when null.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string path, IEnumerable<KeyValuePair<string, string>>? typed = null, string? form = null)
    {
        using var shown = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var page = await shown.DocumentAsync();
        var element = page.QuerySelector(form ?? "main form[method=post]") ?? throw new InvalidOperationException($"{path} has no form {form}.");
        var fields = FormFields.Of(element).Where(field => typed?.Any(each => each.Key == field.Key) != true).Concat(typed ?? []);
        return await client.PostAsync(element.GetAttribute("action") is { Length: > 0 } action ? action : path, new FormUrlEncodedContent(fields));
    }
}
