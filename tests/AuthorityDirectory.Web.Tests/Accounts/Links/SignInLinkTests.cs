using System.Net;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Accounts.Links;

/// <summary>One signs in by a link that comes by mail, works once and not for long.</summary>
public sealed class SignInLinkTests : IAsyncLifetime
{
    private readonly SigningHost _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Bad =>
    [
        "https://attacker.example/", "//attacker.example", "/\\attacker.example", "/en//attacker.example", "/en/\\attacker.example", "/en/..//attacker.example", "/en/../../x", "/xx/account", "/account",
        "/en", "en/account", "javascript:alert(1)", "/en/account\r\nSet-Cookie: a=b", "/en/acc\tount", "/en/account x", "/en/%0a\u0085", "/en/sign-in", "/en/sign-in/sent", " /en/account", "/en/" + "x" + "é",
    ];

    public static TheoryData<string> Good => ["/en/states/AT", "/en/account/tokens", "/en/search?q=a%20b", "/en/manage?state=AT#x"];

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_link_shows_a_button_and_the_button_signs_in()
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        var link = await _host.LinkAsync(account);
        using var browser = _host.Browser();

        using (var shown = await browser.GetAsync(link, Token))
        {
            Assert.Equal("no-referrer", shown.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(shown.Headers.CacheControl!.NoStore);
        }

        Assert.Null(await browser.WhoAsync());
        using var used = await browser.UseAsync(link);

        Assert.Equal("/en/account", used.Headers.Location!.ToString());
        Assert.Equal(account.Name, await browser.WhoAsync());
    }

    [Fact]
    public async Task A_link_works_once_also_for_two_at_the_same_moment()
    {
        var link = await _host.LinkAsync(await _host.InviteAsync(ActorRole.Practitioner, "FR"));
        var browsers = Enumerable.Range(0, 6).Select(_ => _host.Browser()).ToList();
        var pages = await Task.WhenAll(browsers.Select(async browser => FormFields.Of((await (await browser.GetAsync(link, Token)).DocumentAsync()).QuerySelector("main form")!).ToList()));

        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, fields) => browser.PostAsync(link.Split('?')[0], new FormUrlEncodedContent(fields), Token)));
        var signedIn = await Task.WhenAll(browsers.Select(browser => browser.WhoAsync()));
        using var later = await _host.Client.GetAsync(link, Token);

        Assert.Equal([302, 404, 404, 404, 404, 404], answers.Select(answer => (int)answer.StatusCode).Order());
        Assert.Single(signedIn, who => who is not null);
        Assert.Equal(HttpStatusCode.NotFound, later.StatusCode);
        Assert.Equal("This link does not work any more", (await later.DocumentAsync()).Text("h1"));
        Assert.NotNull((await later.DocumentAsync()).QuerySelector("main form input[name=address]"));
    }

    [Theory]
    [InlineData("over")]
    [InlineData("closed")]
    [InlineData("moved")]
    [InlineData("bound")]
    public async Task A_link_is_good_for_nothing_when_its_time_is_over_or_its_account_is_not_what_it_was(string what)
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        var link = await _host.LinkAsync(account);
        using var browser = _host.Browser();
        var fields = FormFields.Of((await (await browser.GetAsync(link, Token)).DocumentAsync()).QuerySelector("main form")!).ToList();

        _host.Clock.Now += what == "over" ? TimeSpan.FromMinutes(15) : TimeSpan.Zero;
        await (what == "over" ? Task.CompletedTask : WriteAsync(snapshot => what switch
        {
            "closed" => AccountRules.Close(snapshot, null, account.Id),
            "moved" => AccountRules.ChangeEmail(snapshot, account, account.Id, "elsewhere@example.org"),
            _ => AccountRules.Bind(snapshot, account.Id, new("https://login.example", "7")),
        }));
        using var used = await browser.PostAsync(link.Split('?')[0], new FormUrlEncodedContent(fields), Token);

        Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [InlineData("?key=wrong")]
    [InlineData("")]
    [InlineData("?key=")]
    public async Task A_link_without_its_secret_does_not_work_and_stays_good_for_its_owner(string query)
    {
        var link = await _host.LinkAsync(await _host.InviteAsync(ActorRole.Practitioner, "FR"));
        using var browser = _host.Browser();

        using var guessed = await browser.GetAsync(link.Split('?')[0] + query, Token);
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);

        using var used = await browser.UseAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
    }

    [Fact]
    public async Task Who_presses_without_the_token_of_the_page_gets_nothing_and_uses_nothing_up()
    {
        var link = await _host.LinkAsync(await _host.InviteAsync(ActorRole.Practitioner, "FR"));
        using var browser = _host.Browser();

        using var forged = await browser.PostAsync(link.Split('?')[0], new FormUrlEncodedContent([new("key", link.Split("key=")[1])]), Token);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        using var used = await browser.UseAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
    }

    [Fact]
    public async Task The_session_that_begins_has_a_name_that_nobody_knew_and_the_one_before_it_ends()
    {
        var attacker = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        var victim = await _host.InviteAsync(ActorRole.Practitioner, "AT");
        var planted = await _host.SessionAsync(attacker);
        var cookies = new CookieContainer();
        cookies.Add(new Cookie(planted.Name, planted.Value, "/", planted.Domain));
        using var browser = _host.Browser(cookies);

        using var used = await browser.UseAsync(await _host.LinkAsync(victim));
        Assert.Equal(victim.Name, await browser.WhoAsync());

        var kept = new CookieContainer();
        kept.Add(new Cookie(planted.Name, planted.Value, "/", planted.Domain));
        using var other = _host.Browser(kept);
        Assert.Null(await other.WhoAsync());
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task One_goes_on_where_one_wanted_to(string path) => Assert.Equal(path, await EndsAtAsync(path));

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task One_goes_nowhere_but_to_a_page_of_the_directory(string path)
    {
        Assert.Null(ReturnPath.Parse(path));
        Assert.Equal("/en/account", await EndsAtAsync(path));
    }

    [Fact]
    public async Task What_is_kept_and_what_is_logged_of_a_link_is_not_the_link()
    {
        var link = await _host.LinkAsync(await _host.InviteAsync(ActorRole.Practitioner, "FR"));
        using var browser = _host.Browser();
        using var shown = await browser.GetAsync(link, Token);
        var secret = link.Split("key=")[1];

        var kept = await _host.Services.GetRequiredService<IWorkStore>().ListAsync("link/", Token);

        Assert.DoesNotContain(kept, item => System.Text.Encoding.UTF8.GetString(item.Content.Span).Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log.Lines, line => line.Level >= LogLevel.Information && line.Text.Contains(secret, StringComparison.Ordinal));
    }

    private async Task<string> EndsAtAsync(string returnPath)
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        using var browser = _host.Browser();
        using var asked = await browser.SubmitAsync(Signing.Page, [new("address", account.Email!), new("return", returnPath)]);
        using var used = await browser.UseAsync(Signing.LinkIn((await _host.Mailbox.NextAsync()).Text));
        return used.Headers.Location!.OriginalString;
    }

    private async Task WriteAsync(Func<Snapshot.DirectorySnapshot, Decision> decide)
    {
        var outcome = await _host.Services.GetRequiredService<LedgerWriter>().WriteAsync(decide, cancellationToken: Token);
        Assert.True(outcome.IsWritten, outcome.Reason);
    }
}
