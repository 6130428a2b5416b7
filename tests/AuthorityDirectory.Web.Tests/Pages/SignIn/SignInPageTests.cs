using System.Net;
using System.Text.RegularExpressions;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Accounts.Links;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages.SignIn;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Pages.SignIn;

/// <summary>Whoever asks for a link learns nothing of who may sign in.</summary>
public sealed partial class SignInPageTests : IAsyncLifetime
{
    private readonly SigningHost _host = new("--Site:TrustedProxies:0", "127.0.0.1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> NoAddress =>
    [
        "", " ", "office", "office@", "@example.org", "a@example.org, b@example.org", "a@example.org;b@example.org", "Office <a@example.org>", "a@example.org\r\nBcc: b@example.org",
        "a@example.org%0d%0aBcc:b@example.org\n", "\"a b\"@example.org", "a@exam\u0085ple.org", "<script>alert(1)</script>@example.org",
    ];

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_answer_is_the_same_to_the_byte_whether_an_address_is_known_or_not()
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        var closed = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        await _host.Services.GetRequiredService<Web.Accounts.Invitations>().CloseAsync(null, closed.Id, Token);

        var answers = new List<string>();
        foreach (var address in new[] { "nobody@example.org", closed.Email!, account.Email!.ToUpperInvariant() })
        {
            answers.Add(await AnswerAsync(address));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(account.Email, (await _host.Mailbox.NextAsync()).To);
        Assert.Empty(_host.Mailbox.Rest());
        Assert.Single(await _host.Services.GetRequiredService<IWorkStore>().ListAsync("link/", Token));
    }

    [Fact]
    public async Task At_most_five_letters_an_hour_go_to_one_address_and_nobody_sees_the_difference()
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        var other = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        var answers = new List<string>();
        for (var i = 0; i < SignInLetters.MostOfAddress + 2; i++)
        {
            answers.Add(await AnswerAsync(account.Email!));
        }

        await AnswerAsync(other.Email!);
        var letters = new List<string>();
        while (letters.Count == 0 || letters[^1] != other.Email)
        {
            letters.Add((await _host.Mailbox.NextAsync()).To);
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(SignInLetters.MostOfAddress, letters.Count(to => to == account.Email) + _host.Mailbox.Rest().Count);

        _host.Clock.Now += TimeSpan.FromHours(1);
        await AnswerAsync(account.Email!);
        Assert.Equal(account.Email, (await _host.Mailbox.NextAsync()).To);
    }

    [Fact]
    public async Task A_network_asks_twenty_times_an_hour_and_of_IPv6_it_is_64_bits()
    {
        using var browser = _host.Browser();
        var fields = FormFields.Of((await (await browser.GetAsync(Signing.Page, Token)).DocumentAsync()).QuerySelector("main form")!).Where(field => field.Key != "address").Append(new("address", "x@example.org")).ToList();

        for (var i = 0; i < SignInModel.MostOfNetwork; i++)
        {
            Assert.Equal(302, await PostAsync($"2001:db8:0:1::{i:x}"));
        }

        Assert.Equal((429, 302), (await PostAsync("2001:db8:0:1:ffff::1"), await PostAsync("2001:db8:0:2::1")));
        _host.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(302, await PostAsync("2001:db8:0:1:ffff::1"));

        async Task<int> PostAsync(string from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Signing.Page) { Content = new FormUrlEncodedContent(fields), Headers = { { "X-Forwarded-For", from } } };
            using var response = await browser.SendAsync(request, Token);
            return (int)response.StatusCode;
        }
    }

    [Theory]
    [MemberData(nameof(NoAddress))]
    public async Task What_is_no_address_comes_back_with_what_was_typed_and_nothing_is_sent(string typed)
    {
        using var browser = _host.Browser();

        using var response = await browser.AskForLinkAsync(typed);
        var page = await response.DocumentAsync();

        Assert.True(response.StatusCode == HttpStatusCode.BadRequest && page.QuerySelector(".alert[role=alert]") is not null, await response.Content.ReadAsStringAsync(Token));
        Assert.Equal("#address", page.QuerySelector(".alert[role=alert] a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Empty(_host.Mailbox.Rest());
    }

    [Fact]
    public async Task Another_site_cannot_ask_in_somebodys_name()
    {
        using var browser = _host.Browser();

        using var response = await browser.PostAsync(Signing.Page, new FormUrlEncodedContent([new("address", "a@example.org")]), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await _host.Services.GetRequiredService<IWorkStore>().ListAsync("quota/", Token));
    }

    [Fact]
    public async Task Where_a_link_leads_is_not_for_the_caller_to_say()
    {
        var account = await _host.InviteAsync(ActorRole.Practitioner, "FR");
        using var browser = _host.Browser();
        browser.DefaultRequestHeaders.Host = "attacker.example";
        var fields = FormFields.Of((await (await browser.GetAsync(Signing.Page, Token)).DocumentAsync()).QuerySelector("main form")!).Where(field => field.Key != "address").Append(new("address", account.Email!));
        using var response = await browser.PostAsync(Signing.Page, new FormUrlEncodedContent(fields), Token);

        Assert.DoesNotContain("attacker", (await _host.Mailbox.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_mail_the_page_says_so_and_offers_no_form()
    {
        await using var host = await SigningHost.StartAsync("--Mail:Kind", "None");

        var page = await host.PageAsync(Signing.Page);

        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Contains("mail is not set up", page.Text("main .alert"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_store_is_away_the_page_says_so_and_keeps_the_address()
    {
        using var browser = _host.Browser();
        using var shown = await browser.GetAsync(Signing.Page, Token);
        var fields = FormFields.Of((await shown.DocumentAsync()).QuerySelector("main form")!).Where(field => field.Key != "address").Append(new("address", "a@example.org")).ToList();
        var folder = Directory.CreateDirectory(Path.Combine(_host.Services.GetRequiredService<AuthorityDirectory.Storage.StorageOptions>().Folder, "work")).FullName;
        File.WriteAllText(Path.Combine(folder, "quota"), "in the way");

        using var response = await browser.PostAsync(Signing.Page, new FormUrlEncodedContent(fields), Token);
        var page = await response.DocumentAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(response.Headers.Contains("Retry-After"));
        Assert.Equal("a@example.org", page.QuerySelector("#address")!.GetAttribute("value"));
    }

    /// <summary>Everything that somebody can see of an answer, but for the token of the form.</summary>
    private async Task<string> AnswerAsync(string address)
    {
        using var browser = _host.Browser();
        using var asked = await browser.AskForLinkAsync(address);
        using var sent = await browser.GetAsync(asked.Headers.Location, Token);
        return $"{asked.StatusCode} {asked.Headers.Location} {await asked.Content.ReadAsStringAsync(Token)} {Secrets().Replace(asked.Headers.ToString() + sent.Headers, "")} {await sent.Content.ReadAsStringAsync(Token)}";
    }

    [GeneratedRegex(@"(Date|Set-Cookie): .*|trace\S+")]
    private static partial Regex Secrets();
}
