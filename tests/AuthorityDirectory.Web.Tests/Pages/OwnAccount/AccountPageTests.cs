using System.Net;
using System.Net.Http.Headers;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts.Tokens;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Pages.OwnAccount;

/// <summary>What everybody does with their own account.</summary>
public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Home = "/en/account";

    private readonly SigningHost _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages => [Home, $"{Home}/tokens", $"{Home}/address", $"{Home}/hand-over"];

    public static TheoryData<string> Acts => [$"{Home}?handler=SignOut", $"{Home}?handler=EndOthers", $"{Home}/tokens", $"{Home}/tokens?handler=Revoke", $"{Home}/address", $"{Home}/hand-over?handler=Do"];

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_visitor_signs_in_first_and_comes_back(string path)
    {
        using var response = await _host.Client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.EndsWith($"/en/sign-in?return={Uri.EscapeDataString(path)}", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Another_site_can_do_nothing_in_somebodys_name(string path)
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        using var browser = await _host.SignInAsync(account);
        using var second = await _host.SignInAsync(account);
        var position = _host.Services.GetRequiredService<CurrentSnapshot>().Value.Position;

        using var forged = await browser.PostAsync(path, new FormUrlEncodedContent([new("name", "x"), new("address", "x@example.org"), new("days", "30"), new("form", "0123456789abcdef")]), Token);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal((account.Name, account.Name), (await browser.WhoAsync(), await second.WhoAsync()));
        Assert.Equal(position, _host.Services.GetRequiredService<CurrentSnapshot>().Value.Position);
        Assert.Empty(await _host.Services.GetRequiredService<AccessTokens>().ListAsync(account.Id, Token));
        Assert.Empty(_host.Mailbox.Rest());
    }

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_what_one_does_not_know()
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        using var browser = await _host.SignInAsync(account);
        using var second = await _host.SignInAsync(account);
        using var third = await _host.SignInAsync(account);
        using var stranger = await _host.SignInAsync(await _host.InviteAsync(ActorRole.FocalPoint, "FR"));

        var page = await (await browser.GetAsync(Home, Token)).DocumentAsync();
        Assert.Equal(3, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("This browser", page.Text("tbody strong"));

        using var one = await browser.SubmitAsync(Home, form: "form[action$='handler=End']");
        Assert.Equal(1, new[] { await second.WhoAsync(), await third.WhoAsync() }.Count(who => who is null));

        using var others = await browser.SubmitAsync(Home, form: "form[action$='handler=EndOthers']");
        Assert.Equal((account.Name, null, null), (await browser.WhoAsync(), await second.WhoAsync(), await third.WhoAsync()));
        Assert.NotNull(await stranger.WhoAsync());
    }

    [Fact]
    public async Task A_session_of_somebody_else_is_not_ones_own_to_end()
    {
        var victim = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        using var theirs = await _host.SignInAsync(victim);
        using var mine = await _host.SignInAsync(await _host.InviteAsync(ActorRole.FocalPoint, "FR"));
        using var other = await _host.SignInAsync(victim);
        var name = (await (await theirs.GetAsync(Home, Token)).DocumentAsync()).QuerySelector("form[action$='handler=End'] [name=name]")!.GetAttribute("value")!;
        var form = FormFields.Of((await (await mine.GetAsync(Home, Token)).DocumentAsync()).QuerySelector("main form")!);

        using var response = await mine.PostAsync($"{Home}?handler=End", new FormUrlEncodedContent(form.Append(new("name", name))), Token);

        Assert.Equal((victim.Name, victim.Name), (await theirs.WhoAsync(), await other.WhoAsync()));
    }

    [Fact]
    public async Task Signed_out_the_session_is_over_for_whoever_has_its_cookie()
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        var cookie = await _host.SessionAsync(account);
        using var browser = Holder(cookie);
        using var thief = Holder(cookie);

        using var response = await browser.SubmitAsync(Home, form: "form[action$='handler=SignOut']");

        Assert.Equal("/en/sign-in?notice=signed-out", response.Headers.Location!.OriginalString);
        Assert.Null(await thief.WhoAsync());
    }

    [Fact]
    public async Task A_token_is_made_shown_once_works_and_is_taken_back()
    {
        using var browser = await _host.SignInAsync(await _host.InviteAsync(ActorRole.FocalPoint, "FR"));

        using var made = await browser.SubmitAsync($"{Home}/tokens", [new("name", "<b>Case</b> management"), new("scope", "Write"), new("days", "365")], "main section form");
        var page = await made.DocumentAsync();
        var text = page.QuerySelector("#made")!.GetAttribute("value")!;
        var again = await (await browser.GetAsync($"{Home}/tokens", Token)).DocumentAsync();

        Assert.True(made.Headers.CacheControl!.NoStore);
        Assert.Null(again.QuerySelector("#made"));
        Assert.Equal("<b>Case</b> management", again.Text("tbody th"));
        Assert.Equal(200, await AskAsync(text));

        using var revoked = await browser.SubmitAsync($"{Home}/tokens", form: "form[action$='handler=Revoke']");
        Assert.Equal(401, await AskAsync(text));
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "a\u202Eb")]
    [InlineData("days", "366")]
    [InlineData("days", "0")]
    [InlineData("days", "-1")]
    [InlineData("days", "x")]
    [InlineData("scope", "Everything")]
    [InlineData("scope", "7")]
    [InlineData("form", "../../session/x")]
    [InlineData("form", "")]
    public async Task A_token_is_made_only_of_what_the_form_offers(string field, string value)
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        using var browser = await _host.SignInAsync(account);

        using var response = await browser.SubmitAsync($"{Home}/tokens", new Dictionary<string, string> { ["name"] = "System", [field] = value }, "main section form");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await _host.Services.GetRequiredService<AccessTokens>().ListAsync(account.Id, Token));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_token()
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        using var browser = await _host.SignInAsync(account);
        var fields = FormFields.Of((await (await browser.GetAsync($"{Home}/tokens", Token)).DocumentAsync()).QuerySelector("main section form")!).Where(field => field.Key != "name").Append(new("name", "System")).ToList();

        using var first = await browser.PostAsync($"{Home}/tokens", new FormUrlEncodedContent(fields), Token);
        using var second = await browser.PostAsync($"{Home}/tokens", new FormUrlEncodedContent(fields), Token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Single(await _host.Services.GetRequiredService<AccessTokens>().ListAsync(account.Id, Token));
    }

    [Fact]
    public async Task An_administrator_who_may_make_no_tokens_is_not_offered_any()
    {
        using var browser = await _host.SignInAsync(await _host.InviteAsync(ActorRole.Administrator));

        using var response = await browser.GetAsync($"{Home}/tokens", Token);
        var page = await (await browser.GetAsync(Home, Token)).DocumentAsync();

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Null(page.QuerySelector("a[href$='/tokens']"));
    }

    [Fact]
    public async Task A_new_address_holds_when_its_link_was_used_and_the_old_one_is_told()
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        using var browser = await _host.SignInAsync(account);
        using var asked = await browser.SubmitAsync($"{Home}/address", [new("address", "new.office@example.org")]);
        var letter = await _host.Mailbox.NextAsync();
        var link = Signing.LinkIn(letter.Text);
        using var shown = await _host.Client.GetAsync(link, Token);

        Assert.Equal("new.office@example.org", letter.To);
        Assert.Equal(account.Email, Now(account).Email);

        using var anybody = _host.Browser();
        using var used = await anybody.UseAsync(link);
        using var replayed = await _host.Client.GetAsync(link, Token);

        Assert.Equal("new.office@example.org", Now(account).Email);
        Assert.Equal(account.Email, (await _host.Mailbox.NextAsync()).To);
        Assert.Equal(HttpStatusCode.NotFound, replayed.StatusCode);
        Assert.Equal("Links and letters go to the new address from now on.", (await (await anybody.GetAsync(used.Headers.Location, Token)).DocumentAsync()).Text("main .alert"));
    }

    [Fact]
    public async Task A_link_for_one_thing_does_nothing_else()
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        var signIn = await _host.LinkAsync(account);
        using var browser = await _host.SignInAsync(account);
        using var asked = await browser.SubmitAsync($"{Home}/address", [new("address", "new.office@example.org")]);
        var address = Signing.LinkIn((await _host.Mailbox.NextAsync()).Text);

        using var first = await _host.Client.GetAsync(address.Replace("/address", "", StringComparison.Ordinal), Token);
        using var second = await _host.Client.GetAsync(signIn.Replace("/sign-in/", "/sign-in/address/", StringComparison.Ordinal), Token);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task An_address_that_another_account_has_is_refused_to_its_owner_alone()
    {
        var (account, other) = (await _host.InviteAsync(ActorRole.FocalPoint, "FR"), await _host.InviteAsync(ActorRole.FocalPoint, "AT"));
        using var browser = await _host.SignInAsync(account);
        using var asked = await browser.SubmitAsync($"{Home}/address", [new("address", other.Email!)]);
        using var used = await browser.UseAsync(Signing.LinkIn((await _host.Mailbox.NextAsync()).Text));

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, used.StatusCode);
        Assert.Equal(account.Email, Now(account).Email);
    }

    [Fact]
    public async Task An_account_is_handed_over_and_everything_that_opened_it_is_over()
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        var link = await _host.LinkAsync(account);
        using var browser = await _host.SignInAsync(account);
        using var elsewhere = await _host.SignInAsync(account);
        var token = (await _host.Services.GetRequiredService<AccessTokens>().MakeAsync(account.Id, "0123456789abcdef", "System", TokenScope.Read, 30, Token))!;
        KeyValuePair<string, string>[] typed = [new("name", "Successor"), new("address", " successor@example.org ")];

        using var check = await browser.SubmitAsync($"{Home}/hand-over", typed);
        Assert.Equal("Is this right?", (await check.DocumentAsync()).Text("h1"));
        Assert.True(Now(account).IsOpen());
        var fields = FormFields.Of((await check.DocumentAsync()).QuerySelector("form[action$='handler=Do']")!).ToList();
        using var done = await browser.PostAsync($"{Home}/hand-over?handler=Do", new FormUrlEncodedContent(fields), Token);
        var letter = await _host.Mailbox.NextAsync();
        var successor = _host.Services.GetRequiredService<CurrentSnapshot>().Value.Register.AccountWithEmail("successor@example.org")!;

        Assert.Equal("/en/sign-in?notice=handed-over", done.Headers.Location!.OriginalString);
        Assert.False(Now(account).IsOpen());
        Assert.Equal((account.Id, "FR", ActorRole.FocalPoint, "Successor"), (successor.PredecessorId, successor.StateCode, successor.Role, successor.Name));
        Assert.Equal("successor@example.org", letter.To);
        Assert.Contains("Focal point of the State (FR)", letter.Text, StringComparison.Ordinal);
        Assert.Equal((null, null, 401), (await browser.WhoAsync(), await elsewhere.WhoAsync(), await AskAsync(token)));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync(link, Token)).StatusCode);
        using var newcomer = _host.Browser();
        using var used = await newcomer.UseAsync(await _host.LinkAsync(successor));
        Assert.Equal("/en/manage", used.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("taken@example.org")]
    public async Task What_cannot_be_handed_over_comes_back_with_what_was_typed(string address)
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        await _host.Services.GetRequiredService<LedgerWriter>().WriteAsync(
            snapshot => AccountRules.Invite(snapshot, null, new() { Id = "a-taken", Role = ActorRole.Secretariat, Email = "taken@example.org" }), cancellationToken: Token);
        using var browser = await _host.SignInAsync(account);

        using var response = await browser.SubmitAsync($"{Home}/hand-over", [new("name", "Successor"), new("address", address)]);
        var page = await response.DocumentAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Successor", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.NotEmpty(page.Text("#address-fault"));
        Assert.True(Now(account).IsOpen());
    }

    private Account Now(Account account) => _host.Services.GetRequiredService<CurrentSnapshot>().Value.Register.Account(account.Id)!;

    private HttpClient Holder(Cookie cookie)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", cookie.Domain));
        return _host.Browser(cookies);
    }

    private async Task<int> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/odata/States('AT')") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var response = await _host.Client.SendAsync(request, Token);
        return (int)response.StatusCode;
    }
}
