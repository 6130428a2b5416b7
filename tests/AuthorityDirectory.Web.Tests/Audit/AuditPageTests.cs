using System.Net;
using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Accounts.Tokens;
using AuthorityDirectory.Web.Tests.Support;
using AuthorityDirectory.Web.Upkeep;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Audit;

/// <summary>Who saw restricted data or changed this?</summary>
public sealed class AuditPageTests(DirectoryWithEverything host, Chromium chromium)
{
    private const string Record = DirectoryWithEverything.WithRestrictedContacts;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"/en/authorities/{Record}", Record)]
    [InlineData("/en/states/PL", "PL")]
    public async Task A_profile_with_something_restricted_is_noted_with_whoever_saw_it(string path, string what)
    {
        var account = await SeeingAsync(path);

        var row = Assert.Single(await RowsAsync($"account={account.Id}"));
        Assert.Equal(["2 November 2026 12:00", $"{account.Name} Practitioner FR {account.Id}", "Saw On a page", what], row);
    }

    [Theory]
    [InlineData("/en/authorities/AT-003")]
    [InlineData("/en/states/AT")]
    [InlineData("/en")]
    [InlineData("/en/states")]
    [InlineData("/en/search?q=justice")]
    [InlineData("/en/account")]
    public async Task What_everybody_sees_is_not(string path) => Assert.Empty(await RowsAsync($"account={(await SeeingAsync(path)).Id}"));

    [Fact]
    public async Task What_a_token_asks_is_noted_with_path_and_query_each_request_of_a_batch_and_a_query_in_a_body()
    {
        var account = await host.InviteAsync(ActorRole.Practitioner, "FR");
        using var system = new HttpClient { BaseAddress = host.Address, DefaultRequestHeaders = { { "Authorization", $"Bearer {await BearerTests.MakeAsync(host, account)}" } } };
        await system.GetStringAsync($"/odata/ContactPoints?$filter=AuthorityId eq '{Record}'", Token);
        await system.GetStringAsync("/odata/Networks", Token);
        await system.PostAsync("/odata/ContactPoints/$query", new StringContent("$top=7", Encoding.UTF8, "text/plain"), Token);
        await system.PostAsync("/odata/$batch", new StringContent($$"""{"requests":[{"id":"1","method":"GET","\u0075rl":"Authorities('{{Record}}')"}]}""", Encoding.UTF8, "application/json"), Token);

        var rows = await RowsAsync($"account={account.Id}&record={Record}");
        Assert.Equal(
            [$"Authorities('{Record}')", $"ContactPoints?$filter=AuthorityId%20eq%20'{Record}'", "ContactPoints?$top=7 Not named; it may have been among what was shown."],
            rows.Select(row => row[3]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal("Saw Through the API", row[2]));
    }

    [Fact]
    public async Task What_was_changed_is_told_with_the_account_from_the_ledger()
    {
        var account = await host.InviteAsync(ActorRole.Secretariat);
        var written = await host.Services.GetRequiredService<LedgerWriter>().WriteAsync(
            snapshot => Decision.Accept(new() { Actor = new(ActorRole.Secretariat, account.Id), Source = Some.Source with { Reference = "NV 7/2026" }, Records = [snapshot.View(Audience.Secretariat).Authority("NZ-001")!.Record with { Acronym = "AX" }] }),
            cancellationToken: Token);

        var row = Assert.Single(await RowsAsync($"record=NZ-001&account={account.Id}"));
        Assert.Equal(["Changed", $"authority NZ-001 Change {written.Position} on the ledger NV 7/2026"], row[2..]);
        Assert.Single(await RowsAsync($"record=nz&deed=changed&role=secretariat&account={account.Id}"));
        Assert.Empty(await RowsAsync($"record=NZ-001&deed=saw&account={account.Id}"));
        Assert.Empty(await RowsAsync($"record=NZ-001&to=2026-11-01&account={account.Id}"));
    }

    [Fact]
    public async Task What_a_confirmation_link_shows_without_a_session_is_noted_and_its_secret_is_not()
    {
        var account = await host.InviteAsync(ActorRole.FocalPoint, "PL");
        var (id, secret) = await host.Services.GetRequiredService<ConfirmationLinks>().MakeAsync(account.Id, Record, 1, Token);
        Assert.Contains(Some.SecretariatContact, WebUtility.HtmlDecode(await host.Client.GetStringAsync($"/en/confirm/{id}?key={secret}", Token)), StringComparison.Ordinal);
        using var other = await host.SignInAsync(account);
        await other.GetStringAsync($"/en/confirm/{id}?key={secret}", Token);

        Assert.Equal([Record, $"confirm/{id}"], (await RowsAsync($"account={account.Id}&deed=saw")).Select(row => row[3]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_audit_itself_is_noted()
    {
        using var client = await host.SignInAsync(await host.InviteAsync(ActorRole.Administrator));
        await client.GetStringAsync("/en/review/audit?record=SE-001", Token);

        Assert.Equal("review/audit?record=SE-001", Assert.Single(await RowsAsync("record=SE-001&role=administrator&deed=saw"))[3]);
    }

    [Fact]
    public async Task A_name_that_was_redacted_is_not_told()
    {
        var account = await SeeingAsync($"/en/authorities/{Record}");
        var entry = host.Services.GetRequiredService<CurrentSnapshot>().Value.Projection.For(Audience.Secretariat).Changes.Last(change => change.Changed.Any(changed => changed.Id == account.Id)).Sequence;
        await host.Services.GetRequiredService<LedgerWriter>().WriteAsync(
            _ => Decision.Accept(new() { Actor = Actor.System, Redacts = [new(entry, "account.v1", account.Id, Audience.Secretariat, "Asked for by the person.")] }), cancellationToken: Token);

        var row = Assert.Single(await RowsAsync($"account={account.Id}"));
        Assert.Equal($"{account.Id} Practitioner FR", row[1]);
    }

    [Fact]
    public async Task All_lines_can_be_taken_away_as_a_file_that_no_spreadsheet_executes()
    {
        var account = await host.InviteAsync(ActorRole.Practitioner, "FR", "=cmd|' /C calc'!A0");
        using (var client = await host.SignInAsync(account))
        {
            await client.GetStringAsync($"/en/authorities/{Record}", Token);
        }

        using var office = await host.SignInAsync(await host.InviteAsync(ActorRole.Administrator));
        using var file = await office.GetAsync($"/en/review/audit/audit.csv?account={account.Id}", Token);
        var text = await file.Content.ReadAsStringAsync(Token);

        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("attachment", file.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Contains($",{Record},", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-11-03&to=2026-11-02")]
    [InlineData("from=2024-11-03&to=2026-11-02")]
    [InlineData("from=yesterday")]
    [InlineData("to=0001-01-01")]
    [InlineData("role=king")]
    [InlineData("deed=dreamt")]
    public async Task What_cannot_be_asked_is_said_and_what_was_typed_stays(string query)
    {
        using var client = await host.SignInAsync(await host.InviteAsync(ActorRole.Secretariat));
        using var answer = await client.GetAsync($"/en/review/audit?record=XX&{query}", Token);
        using var file = await client.GetAsync($"/en/review/audit/audit.csv?{query}", Token);
        var page = await answer.DocumentAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (answer.StatusCode, file.StatusCode));
        Assert.StartsWith("This cannot be asked.", page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("XX", page.QuerySelector("#record")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData($"/en/authorities/{Record}")]
    [InlineData("/en/states/PL")]
    public async Task From_a_record_it_is_answered_and_taken_away_in_two_clicks(string path)
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.Context.AddCookiesAsync([await host.BrowserSessionAsync(await host.InviteAsync(ActorRole.Secretariat))]);
        await window.Page.GotoAsync(new Uri(host.Address, path).ToString());

        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Who saw or changed this?" }).ClickAsync();
        Assert.NotEqual(0, await window.Page.Locator("tbody tr").CountAsync());
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Take all lines away as a file (CSV)" }).ClickAsync());

        Assert.Contains("Saw", await File.ReadAllTextAsync(await download.PathAsync(), Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_page_fits_and_axe_finds_no_fault(int width)
    {
        await SeeingAsync($"/en/authorities/{Record}");
        await using var window = await chromium.OpenAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 } });
        await window.Page.Context.AddCookiesAsync([await host.BrowserSessionAsync(await host.InviteAsync(ActorRole.Secretariat))]);
        await window.Page.GotoAsync(new Uri(host.Address, $"/en/review/audit?record={Record}").ToString());
        Assert.Empty((await window.Page.RunAxe()).Violations.Select(fault => $"{fault.Id}: {fault.Help} {fault.Nodes[0].Html}"));
        Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private async Task<Account> SeeingAsync(string path)
    {
        var account = await host.InviteAsync(ActorRole.Practitioner, "FR");
        using var client = await host.SignInAsync(account);
        await client.GetStringAsync(path, Token);
        return account;
    }

    /// <summary>The cells of the answer, as the Secretariat sees them.</summary>
    private async Task<IReadOnlyList<string[]>> RowsAsync(string query)
    {
        using var client = await host.SignInAsync(await host.InviteAsync(ActorRole.Secretariat));
        using var answer = await client.GetAsync($"/en/review/audit?{query}", Token);
        var page = await answer.DocumentAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.Shown()).ToArray())];
    }
}
