using System.Net;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Accounts;

public sealed class CallerTests(DirectoryWithEverything host)
{
    private static readonly string Page = $"/en/authorities/{DirectoryWithEverything.WithRestrictedContacts}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ActorRole.Practitioner, "FR", true, false)]
    [InlineData(ActorRole.FocalPoint, "FR", true, false)]
    [InlineData(ActorRole.Secretariat, null, true, true)]
    [InlineData(ActorRole.Administrator, null, false, false)]
    public async Task A_page_shows_each_role_what_is_for_it_and_is_kept_by_nobody(ActorRole role, string? state, bool government, bool secretariat)
    {
        using var client = await host.SignInAsync(await host.InviteAsync(role, state));

        using var response = await client.GetAsync(Page, Token);
        var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal(government, text.Contains(Some.GovernmentContact, StringComparison.Ordinal));
        Assert.Equal(secretariat, text.Contains(Some.SecretariatContact, StringComparison.Ordinal));
        Assert.Equal("no-store, private", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task An_account_that_was_closed_is_nobody_from_then_on()
    {
        var account = await host.InviteAsync(ActorRole.Practitioner, "FR");
        using var client = await host.SignInAsync(account);
        Assert.Contains(Some.GovernmentContact, await client.GetStringAsync(Page, Token), StringComparison.Ordinal);

        await host.Services.GetRequiredService<LedgerWriter>().WriteAsync(snapshot => AccountRules.Close(snapshot, null, account.Id), cancellationToken: Token);

        Assert.DoesNotContain(Some.GovernmentContact, await client.GetStringAsync(Page, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_ended_is_over_at_once()
    {
        var account = await host.InviteAsync(ActorRole.Practitioner, "FR");
        using var client = await host.SignInAsync(account);

        await host.Services.GetRequiredService<WorkStoreSessions>().EndAllAsync(account.Id, null, Token);

        Assert.DoesNotContain(Some.GovernmentContact, await client.GetStringAsync(Page, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_that_somebody_made_is_nobody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.Add("Cookie", "directory-session=session/a-test1/0123");

        using var response = await host.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(Some.GovernmentContact, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }
}
