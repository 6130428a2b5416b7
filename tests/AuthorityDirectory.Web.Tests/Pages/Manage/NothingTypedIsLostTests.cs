using System.Net;
using AngleSharp.Dom;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Pages.Manage;

public sealed class NothingTypedIsLostTests(DeskDirectory host, InterruptibleDirectory other) : IClassFixture<InterruptibleDirectory>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_session_is_over_the_answer_holds_what_was_typed_and_it_goes_on_after_signing_in_again()
    {
        var (state, authority) = host.Take();
        var account = await host.InviteAsync(ActorRole.FocalPoint, state);
        var cookies = new CookieContainer();
        using var client = Browser(cookies, host);
        cookies.Add(await host.SessionAsync(account));
        var path = $"/en/manage/{state}/edit/{authority}";
        var fields = await FillAsync(client, path, $"{authority}.OfficeHours", "9 to 5\n\"<b>&");
        await host.Services.GetRequiredService<WorkStoreSessions>().EndAllAsync(account.Id, null, Token);

        using var refused = await PostAsync(client, path, fields);
        var page = await refused.DocumentAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("9 to 5\n\"<b>&", page.QuerySelector($"[name='{authority}.OfficeHours']")!.TextContent);

        cookies.Add(await host.SessionAsync(account));
        var held = page.QuerySelector("main form")!;
        using var taken = await PostAsync(client, held.GetAttribute("action")!, FormFields.Of(held));
        Assert.Equal(HttpStatusCode.BadRequest, taken.StatusCode);
        Assert.Equal("9 to 5\n\"<b>&", (await taken.DocumentAsync()).GetElementById($"{authority}-OfficeHours")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_another_site_sent_is_not_held()
    {
        var (state, authority) = host.Take();
        using var client = Browser(new(), host);
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/en/manage/{state}/edit/{authority}") { Content = new FormUrlEncodedContent([new($"{authority}.Name", "planted")]) };
        message.Headers.Add("Origin", "https://elsewhere.example");

        using var refused = await client.SendAsync(message, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.DoesNotContain("planted", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_store_is_away_the_answer_says_when_to_try_again_and_trying_again_is_enough()
    {
        var account = await other.InviteAsync(ActorRole.FocalPoint, "AT");
        using var client = await other.SignInAsync(account);
        var preview = await client.EditAsync("AT", "AT-003", [new("AT-003.Acronym", "FMJ")]);
        var fields = await FillAsync(client, preview, "Reason", "It has one.", "form[enctype]");
        other.Store.IsAway = true;

        using var refused = await PostAsync(client, preview, fields);
        var page = await refused.DocumentAsync();
        other.Store.IsAway = false;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        var held = page.QuerySelector("main form")!;
        Assert.Equal("It has one.", page.QuerySelector("[name=Reason]")!.TextContent);

        using var again = await PostAsync(client, held.GetAttribute("action")!, FormFields.Of(held));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    private static HttpClient Browser(CookieContainer cookies, DirectoryHost host) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = host.Address };

    private static async Task<List<KeyValuePair<string, string>>> FillAsync(HttpClient client, string path, string field, string text, string form = "#entry")
    {
        var page = await (await client.GetAsync(path, Token)).DocumentAsync();
        return [.. FormFields.Of(page.QuerySelector(form)!).Where(each => each.Key != field), new(field, text)];
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        message.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await client.SendAsync(message, Token);
    }
}
