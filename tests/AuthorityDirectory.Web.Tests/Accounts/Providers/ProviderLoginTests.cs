using System.Net;
using System.Text.Json;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Accounts.Providers;

/// <summary>An institution's login opens the account that was connected to it, and no other.</summary>
public sealed class ProviderLoginTests : IAsyncLifetime
{
    private const string SignIn = "/en/sign-in/with/0";

    private const string Connect = $"{SignIn}?connect=true";

    private OAuthServer _provider = null!;

    /// <summary>Its clock stands at the hour of the machine: the cookies of the way there and back go by that of the browser.</summary>
    private SigningHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Settings that are wrong, and what the sentence names.</summary>
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "AuthorizationEndpoint", "http://login.example/authorize", "https://" },
        { "TokenEndpoint", "/token", "https://" },
        { "UserInformationEndpoint", "https://user:password@login.example/", "https://" },
        { "ClientId", "", "is not set" },
        { "ClientSecret", "", "is not set" },
        { "Name", " ", "is not set" },
    };

    public async ValueTask InitializeAsync()
    {
        _provider = await OAuthServer.StartAsync();
        _host = new(_provider.Settings);
        _host.Clock.Now = TimeProvider.System.GetUtcNow();
        await _host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _provider.Dispose();
    }

    [Fact]
    public async Task An_account_is_connected_by_its_owner_and_from_then_on_the_login_alone_opens_it()
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        var link = await _host.LinkAsync(account);
        await _provider.TellAsync(new { person = new { sub = "person-7", email = "person@ministry.example" } });
        using (var browser = await _host.SignInAsync(account))
        {
            Assert.Equal("/en/account/login", await ThroughAsync(browser, Connect));
            var page = await (await browser.GetAsync("/en/account/login", Token)).DocumentAsync();
            Assert.Contains("person@ministry.example", page.Text("main .lead"), StringComparison.Ordinal);
            Assert.Null(Now(account).Login);
            using var connected = await browser.SubmitAsync("/en/account/login");
            Assert.Equal("/en/account", connected.Headers.Location!.OriginalString);
        }

        Assert.Equal(new Login(_provider.Address, "person-7"), Now(account).Login);
        using var fresh = _host.Browser();
        Assert.Equal("/en/states/AT", await ThroughAsync(fresh, $"{SignIn}?return=/en/states/AT"));
        Assert.Equal(account.Name, await fresh.WhoAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync(link, Token)).StatusCode);
        using var asked = await fresh.AskForLinkAsync(account.Email!);
        Assert.DoesNotContain("key=", (await _host.Mailbox.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_proves_to_the_provider_that_it_is_the_one_that_asked()
    {
        using var browser = _host.Browser();
        await ThroughAsync(browser, SignIn);

        var asked = (await _provider.TellAsync(new { })).EnumerateArray().ToList();
        var challenge = asked.Single(request => request.TryGetProperty("code_challenge", out _));
        var exchange = asked.Single(request => request.TryGetProperty("code_verifier", out _));

        Assert.Equal("S256", challenge.GetProperty("code_challenge_method").GetString());
        Assert.Equal(
            challenge.GetProperty("code_challenge").GetString(),
            Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(exchange.GetProperty("code_verifier").GetString()!))));
    }

    [Fact]
    public async Task A_login_that_is_connected_to_nothing_opens_nothing_even_with_the_address_of_an_account()
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        await _provider.TellAsync(new { person = new { sub = "stranger", email = account.Email, email_verified = true } });
        using var browser = _host.Browser();

        Assert.Equal("/en/sign-in?notice=unknown-login", await ThroughAsync(browser, SignIn));
        Assert.Null(await browser.WhoAsync());
        Assert.Contains("belongs to no account yet", (await _host.PageAsync("/en/sign-in?notice=unknown-login")).Text("main .alert"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_login_of_a_closed_account_opens_nothing()
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        await WriteAsync(snapshot => AccountRules.Bind(snapshot, account.Id, new(_provider.Address, "1")));
        await WriteAsync(snapshot => AccountRules.Close(snapshot, null, account.Id));
        using var browser = _host.Browser();

        Assert.Equal("/en/sign-in?notice=unknown-login", await ThroughAsync(browser, SignIn));
    }

    [Fact]
    public async Task Nothing_is_connected_without_the_button_nor_to_somebody_elses_account()
    {
        var (account, other) = (await _host.InviteAsync(ActorRole.Practitioner, "FR"), await _host.InviteAsync(ActorRole.Practitioner, "FR"));
        var cookies = new CookieContainer();
        cookies.Add(await _host.SessionAsync(account));
        using var browser = _host.Browser(cookies);
        await ThroughAsync(browser, Connect);
        using var forged = await browser.PostAsync("/en/account/login", new FormUrlEncodedContent([]), Token);
        cookies.Add(await _host.SessionAsync(other));
        var page = await (await browser.GetAsync("/en/account/login", Token)).DocumentAsync();

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal((null, null), (Now(account).Login, Now(other).Login));
    }

    [Fact]
    public async Task A_login_of_one_account_is_not_connected_to_another()
    {
        var (account, other) = (await _host.InviteAsync(ActorRole.Practitioner, "FR"), await _host.InviteAsync(ActorRole.Practitioner, "FR"));
        await WriteAsync(snapshot => AccountRules.Bind(snapshot, other.Id, new(_provider.Address, "1")));
        using var browser = await _host.SignInAsync(account);
        await ThroughAsync(browser, Connect);

        using var refused = await browser.SubmitAsync("/en/account/login");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Null(Now(account).Login);
    }

    [Theory]
    [InlineData("access_denied", 200, "1")]
    [InlineData("server_error", 200, "1")]
    [InlineData(null, 400, "1")]
    [InlineData(null, 500, "1")]
    [InlineData(null, 200, null)]
    [InlineData(null, 200, "")]
    public async Task Whatever_goes_wrong_there_is_said_kindly_here(string? error, int token, string? sub)
    {
        await _provider.TellAsync(new { error, token, person = sub is null ? (object)new { name = "x" } : new { sub } });
        using var browser = _host.Browser();

        Assert.Equal("/en/sign-in?notice=provider", await ThroughAsync(browser, SignIn));
        Assert.DoesNotContain(_host.Log.Lines, line => line.Text.Contains("Correlation failed", StringComparison.Ordinal) || line.Text.Contains("access_token", StringComparison.Ordinal));
        Assert.Contains("did not sign you in", (await _host.PageAsync("/en/sign-in?notice=provider")).Text("main .alert"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in/back/0")]
    [InlineData("/sign-in/back/0?code=1&state=2")]
    [InlineData("/sign-in/back/0?code=1")]
    public async Task Who_comes_back_without_having_left_gets_no_session(string path)
    {
        using var browser = _host.Browser();
        using var response = await browser.GetAsync(path, Token);

        Assert.Equal("/en/sign-in?notice=provider", response.Headers.Location!.OriginalString);
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [InlineData("/en/sign-in/with/1")]
    [InlineData(Connect)]
    public async Task There_is_no_way_to_a_provider_that_is_not_there_or_to_connect_nobodys_account(string path)
    {
        using var response = await _host.Client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_setting_that_is_wrong_keeps_the_directory_from_starting(string setting, string value, string said)
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => SigningHost.StartAsync([.. _provider.Settings, $"--Accounts:Providers:0:{setting}", value]));

        Assert.Contains($"Accounts:Providers:0:{setting} is", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Follows the way to the provider and back, and says where it ends.</summary>
    private static async Task<string> ThroughAsync(HttpClient browser, string path)
    {
        using var away = await browser.GetAsync(path, Token);
        using var there = await browser.GetAsync(away.Headers.Location, Token);
        using var back = await browser.GetAsync(there.Headers.Location, Token);
        return back.Headers.Location!.IsAbsoluteUri ? back.Headers.Location.PathAndQuery : back.Headers.Location.OriginalString;
    }

    private Account Now(Account account) => _host.Services.GetRequiredService<CurrentSnapshot>().Value.Register.Account(account.Id)!;

    private async Task WriteAsync(Func<DirectorySnapshot, Decision> decide)
    {
        var outcome = await _host.Services.GetRequiredService<LedgerWriter>().WriteAsync(decide, cancellationToken: Token);
        Assert.True(outcome.IsWritten, outcome.Reason);
    }
}
