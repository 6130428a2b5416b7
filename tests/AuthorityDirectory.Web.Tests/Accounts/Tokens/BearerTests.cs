using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Tokens;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Accounts.Tokens;

/// <summary>Systems ask the API as whoever made their token, and as nobody else.</summary>
public sealed class BearerTests(DirectoryWithEverything host)
{
    private const string Contacts = $"/odata/Authorities('{DirectoryWithEverything.WithRestrictedContacts}')/ContactPoints";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ActorRole.Practitioner, "FR", true, false)]
    [InlineData(ActorRole.FocalPoint, "FR", true, false)]
    [InlineData(ActorRole.Secretariat, null, true, true)]
    public async Task A_token_sees_what_its_account_sees_and_the_answer_is_for_its_owner_alone(ActorRole role, string? state, bool government, bool secretariat)
    {
        var token = await MakeAsync(host, await host.InviteAsync(role, state));

        using var response = await AskAsync(host, $"Bearer {token}");
        var text = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(government, text.Contains(Some.GovernmentContact, StringComparison.Ordinal));
        Assert.Equal(secretariat, text.Contains(Some.SecretariatContact, StringComparison.Ordinal));
        Assert.Equal("private, no-cache", response.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Contains("Authorization", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_cookie_is_worth_nothing_at_the_API_and_a_token_nothing_on_a_page()
    {
        var account = await host.InviteAsync(ActorRole.Secretariat);
        using var browser = await host.SignInAsync(account);
        var token = await MakeAsync(host, account);

        using var page = await AskAsync(host, $"Bearer {token}", $"/en/authorities/{DirectoryWithEverything.WithRestrictedContacts}");

        Assert.DoesNotContain(Some.GovernmentContact, await browser.GetStringAsync(Contacts, Token), StringComparison.Ordinal);
        Assert.DoesNotContain(Some.GovernmentContact, await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer cna_")]
    [InlineData("Bearer cna_a-1.b.c")]
    [InlineData("Bearer cna_a-1.b.c.d")]
    [InlineData("Bearer ../../x.y")]
    [InlineData("Bearer {id}")]
    [InlineData("Bearer cna_{id}.0000")]
    [InlineData("bearer cna_{ID}.0000")]
    [InlineData("Bearer cna_{id}/../x.0000")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task What_is_no_token_is_refused_in_ODatas_form_and_not_taken_for_nobody(string sent)
    {
        var account = await host.InviteAsync(ActorRole.Practitioner, "FR");
        var id = AccessToken.Parse(await MakeAsync(host, account))!.Value.Id;

        using var response = await AskAsync(host, sent.Replace("{id}", id, StringComparison.Ordinal).Replace("{ID}", id.ToUpperInvariant(), StringComparison.Ordinal));
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token)).RootElement.GetProperty("error");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("InvalidToken", error.GetProperty("code").GetString());
        Assert.Equal("4.0", response.Headers.GetValues("OData-Version").Single());
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_token_is_over_when_its_time_is_when_it_is_taken_back_and_when_its_account_is_closed()
    {
        await using var own = await SigningHost.StartAsync();
        var (first, second) = (await own.InviteAsync(ActorRole.Practitioner, "FR"), await own.InviteAsync(ActorRole.Practitioner, "FR"));
        var (short1, taken, closed) = (await MakeAsync(own, first, days: 1), await MakeAsync(own, first), await MakeAsync(own, second));
        Assert.Equal("200 200 200", await StatusesAsync());

        own.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal("401 200 200", await StatusesAsync());
        using var expired = await AskAsync(own, $"Bearer {short1}");
        Assert.Contains("error=\"invalid_token\"", expired.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
        Assert.Contains("has expired", await expired.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        await own.Services.GetRequiredService<AccessTokens>().RevokeAsync(AccessToken.Parse(taken)!.Value.Id, Token);
        await own.Services.GetRequiredService<LedgerWriter>().WriteAsync(snapshot => AccountRules.Close(snapshot, null, second.Id), cancellationToken: Token);
        Assert.Equal("401 401 401", await StatusesAsync());

        async Task<string> StatusesAsync()
        {
            var answers = new List<int>();
            foreach (var token in new[] { short1, taken, closed })
            {
                using var response = await AskAsync(own, $"Bearer {token}");
                answers.Add((int)response.StatusCode);
            }

            return string.Join(' ', answers);
        }
    }

    [Fact]
    public async Task What_is_kept_of_a_token_is_not_the_token_and_the_day_of_its_last_use_is_noted()
    {
        var account = await host.InviteAsync(ActorRole.Practitioner, "FR");
        var text = await MakeAsync(host, account);
        var (id, secret) = AccessToken.Parse(text)!.Value;
        using var response = await AskAsync(host, $"Bearer {text}");

        var kept = await host.Services.GetRequiredService<IWorkStore>().GetAsync($"token/{id}", Token);
        var listed = Assert.Single(await host.Services.GetRequiredService<AccessTokens>().ListAsync(account.Id, Token));

        Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString(kept!.Content.Span), StringComparison.Ordinal);
        Assert.True(secret.Length >= 43);
        Assert.Equal(new DateOnly(2026, 11, 2), listed.UsedOn);
    }

    [Fact]
    public async Task Each_token_has_a_limit_of_its_own()
    {
        await using var limited = await SigningHost.StartAsync("--Limits:RequestsPerMinute", "1");
        var account = await limited.InviteAsync(ActorRole.Practitioner, "FR");
        var (one, other) = (await MakeAsync(limited, account), await MakeAsync(limited, account));

        using var first = await AskAsync(limited, $"Bearer {one}");
        using var again = await AskAsync(limited, $"Bearer {one}");
        using var second = await AskAsync(limited, $"Bearer {other}");

        Assert.Equal([200, 429, 200], new[] { first, again, second }.Select(response => (int)response.StatusCode));
    }

    /// <summary>The one table, whole: what each scope covers of what its account may do.</summary>
    [Theory]
    [InlineData(TokenScope.Read, Permission.SeeGovernment, Permission.SeeSecretariat, Permission.SeeDesk, Permission.Audit)]
    [InlineData(TokenScope.Write, Permission.SeeGovernment, Permission.SeeSecretariat, Permission.SeeDesk, Permission.Audit, Permission.Request, Permission.Confirm, Permission.Decide, Permission.AnswerReports)]
    public void A_scope_covers_what_the_table_says_and_never_accounts_or_tokens(TokenScope scope, params Permission[] covered) =>
        Assert.Equal(covered.Order(), Enum.GetValues<Permission>().Where(permission => scope.Covers(permission)).Order());

    [Theory]
    [InlineData(TokenScope.Read, false)]
    [InlineData(TokenScope.Write, true)]
    public async Task A_caller_with_a_token_may_do_what_both_the_account_and_the_scope_allow(TokenScope scope, bool mayDecide)
    {
        var account = await host.InviteAsync(ActorRole.Secretariat);
        var identity = new System.Security.Claims.ClaimsIdentity([new(Caller.AccountClaim, account.Id), new(Caller.ScopeClaim, scope.ToString())], "test");
        var http = new Microsoft.AspNetCore.Http.HttpContextAccessor { HttpContext = new Microsoft.AspNetCore.Http.DefaultHttpContext { User = new(identity) } };
        var caller = new Caller(http, host.Services.GetRequiredService<Snapshot.CurrentSnapshot>());

        Assert.Equal((mayDecide, false, true), (caller.May(Permission.Decide), caller.May(Permission.MakeTokens), caller.May(Permission.SeeSecretariat)));
    }

    internal static async Task<string> MakeAsync(DirectoryHost host, Account account, TokenScope scope = TokenScope.Read, int days = 30) =>
        (await host.Services.GetRequiredService<AccessTokens>().MakeAsync(account.Id, Secret.NewId(), "A system", scope, days, Token))!;

    private static async Task<HttpResponseMessage> AskAsync(DirectoryHost host, string authorization, string path = Contacts)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://elsewhere.example" } } };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await host.Client.SendAsync(request, Token);
    }
}
