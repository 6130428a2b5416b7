using System.Net;
using System.Text;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Spreadsheets;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Spreadsheets;

public sealed class SpreadsheetPageTests(SpreadsheetDirectory host) : IClassFixture<SpreadsheetDirectory>
{
    private const string Page = "/en/manage/PL/spreadsheet";

    private DirectorySnapshot Snapshot => host.Services.GetRequiredService<CurrentSnapshot>().Value;

    [Fact]
    public async Task A_State_sends_back_what_it_downloaded_and_submits_what_differs()
    {
        using var client = await FocalPointAsync();
        var check = await client.CheckAsync(Page, (await client.DownloadAsync(Page)).Type(LineKind.Authority, "PL-001", "Acronym", "=MS").Type(LineKind.Designation, "PL-001-d1", "Subject", "Tax"));

        var page = await (await client.AskAsync(check)).DocumentAsync();
        var rows = page.QuerySelectorAll(".difference").Select(row => row.TextContent).ToList();
        Assert.Contains("2 lines would change", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(rows, row => row.Contains("Authorities, row 2", StringComparison.Ordinal) && row.Contains("=MS", StringComparison.Ordinal));

        using var submitted = await client.SubmitAsync(check, form: "form[action*=Submit]");
        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
        var request = Snapshot.Register.Request(check.Split('/')[^1])!;
        Assert.Equal((RequestStatus.Submitted, "PL", SourceKind.StateForm), (request.Status, request.StateCode, request.Source!.Kind));
        Assert.Equal(["PL-001 Acronym =MS", "PL-001-d1 Subject Tax"], request.Changes.Select(change => $"{change.LineId} {change.Fields[0].Name} {change.Fields[0].After}"));
        Assert.Equal($"/en/manage/PL/requests/{request.Id}", submitted.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Submitting_twice_submits_once()
    {
        using var client = await FocalPointAsync();
        var check = await client.CheckAsync(Page, (await client.DownloadAsync(Page)).Type(LineKind.State, "PL", "MissionCity", "New York"));
        var form = await (await client.AskAsync(check)).DocumentAsync();
        var fields = FormFields.Of(form.QuerySelector("form[action*=Submit]")!).ToList();

        using var first = await client.SendAsync($"{check}?handler=Submit", new FormUrlEncodedContent(fields));
        using var second = await client.SendAsync($"{check}?handler=Submit", new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task Who_wants_to_say_more_continues_with_a_draft()
    {
        using var client = await FocalPointAsync();
        var check = await client.CheckAsync(Page, (await client.DownloadAsync(Page)).Type(LineKind.State, "PL", "MissionPostalCode", "10017"));
        var form = await (await client.AskAsync(check)).DocumentAsync();

        using var answer = await client.SendAsync($"{check}?handler=Continue", new FormUrlEncodedContent(FormFields.Of(form.QuerySelector("form[action*=Submit]")!)));

        var id = check.Split('/')[^1];
        Assert.Equal($"/en/manage/PL/drafts/{id}", answer.Headers.Location!.ToString());
        var draft = await host.Services.GetRequiredService<RequestDrafts>().FindAsync("PL", id, TestContext.Current.CancellationToken);
        Assert.Equal("10017", Assert.Single(Assert.Single(draft!.Draft.Changes).Fields).After);
        Assert.Null(Snapshot.Register.Request(id));
    }

    [Fact]
    public async Task An_unchanged_file_has_nothing_to_submit()
    {
        using var client = await FocalPointAsync();

        var page = await (await client.AskAsync(await client.CheckAsync(Page, await client.DownloadAsync(Page)))).DocumentAsync();

        Assert.Contains("There is nothing to submit", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*=Submit]"));
    }

    [Fact]
    public async Task A_fault_is_named_with_sheet_cell_and_remedy_and_nothing_can_be_submitted()
    {
        using var client = await FocalPointAsync();
        var table = (await client.DownloadAsync(Page)).Type(LineKind.Authority, "PL-001", "Acronym", "MS").Add(LineKind.ContactPoint, ("AuthorityId", "PL-001"), ("Kind", "Email"), ("Value", "nobody"));
        var check = await client.CheckAsync(Page, table);
        var position = Snapshot.Position;

        var page = await (await client.AskAsync(check)).DocumentAsync();
        var token = FormFields.Of(page.QuerySelector("form[enctype]")!).Where(field => field.Key != "file").ToList();
        using var submitted = await client.SendAsync($"{check}?handler=Submit", new FormUrlEncodedContent(token));
        using var continued = await client.SendAsync($"{check}?handler=Continue", new FormUrlEncodedContent(token));

        var cells = page.QuerySelectorAll("tbody tr").Single().QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray();
        Assert.Equal("Contact points", cells[0]);
        Assert.Matches("^E[0-9]+$", cells[1]);
        Assert.Equal(["“nobody” is not an e-mail address.", "Give one address, such as office@justice.example."], cells[2..]);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (submitted.StatusCode, continued.StatusCode));
        Assert.Equal(position, Snapshot.Position);
    }

    [Fact]
    public async Task What_somebody_else_changes_before_the_submission_is_shown()
    {
        using var client = await FocalPointAsync();
        var table = await client.DownloadAsync(Page);
        var check = await client.CheckAsync(Page, table.Type(LineKind.Authority, "PL-001", "OfficeHours", "8-16"));
        var authority = Snapshot.View(Audience.Secretariat).Authority("PL-001")!.Record;
        var outcome = await host.Services.GetRequiredService<LedgerWriter>().WriteAsync(_ => Decision.Accept(new() { Actor = Actor.System, Records = [authority with { OfficeHours = "9-17" }] }), null, TestContext.Current.CancellationToken);
        Assert.True(outcome.IsWritten, outcome.Reason);

        using var submitted = await client.SubmitAsync(check, form: "form[action*=Submit]");
        var page = await submitted.DocumentAsync();

        Assert.Equal(HttpStatusCode.Conflict, submitted.StatusCode);
        Assert.Contains("9-17", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Null(Snapshot.Register.Request(check.Split('/')[^1]));
        var again = await (await client.AskAsync(await client.CheckAsync(Page, table.Type(LineKind.Authority, "PL-001", "OfficeHours", "8-16")))).DocumentAsync();
        Assert.Contains("Somebody else changed this line after the file was downloaded. Now it says: Office hours: 9-17.", again.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CSV_goes_both_ways()
    {
        using var client = await FocalPointAsync();
        var csv = await (await client.AskAsync($"{Page}?handler=Csv&kind=Designation")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var answer = await client.UploadAsync(Page, Encoding.UTF8.GetBytes(csv.Replace("art. 46(13)", "art. 46 paragraph 13", StringComparison.Ordinal)), "PL-designation.csv");

        var page = await (await client.AskAsync(answer.Headers.Location!.ToString())).DocumentAsync();
        Assert.Contains("art. 46 paragraph 13", Assert.Single(page.QuerySelectorAll(".difference")).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entries.xlsx", "PK")]
    [InlineData("entries.xlsm", "not a workbook")]
    [InlineData("../../entries<b>.csv", "=1+1;\"")]
    [InlineData("entries.csv", "a,b\r\n1,2")]
    public async Task A_file_that_is_none_of_ours_is_refused_in_words(string name, string content)
    {
        using var client = await FocalPointAsync();

        using var answer = await client.UploadAsync(Page, Encoding.UTF8.GetBytes(content), name);

        var page = await (await client.AskAsync(answer.Headers.Location!.ToString())).DocumentAsync();
        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
        Assert.Null(page.QuerySelector("form[action*=Submit]"));
        Assert.DoesNotContain('/', page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData(0, "Choose the file")]
    [InlineData((5 * 1024 * 1024) + 1, "larger than 5 MB")]
    public async Task A_file_that_is_empty_or_too_large_is_answered_on_the_page(int bytes, string says)
    {
        using var client = await FocalPointAsync();

        using var answer = await client.UploadAsync(Page, new byte[bytes]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, (await answer.DocumentAsync()).QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_check_that_goes_on_shows_how_far_it_is_renews_itself_and_stops_it()
    {
        var account = await host.InviteAsync(ActorRole.FocalPoint, "PL");
        using var client = await host.SignInAsync(account);
        var checks = host.Services.GetRequiredService<SheetChecks>();
        var going = new SheetCheck { Id = "r-0123456789abcdef", AccountId = account.Id, StateCode = "PL", FileName = "big.xlsx", Stage = SheetStage.Comparing, Rows = 1200, Of = 5000 };
        var tag = await checks.WriteAsync(going, null, TestContext.Current.CancellationToken);

        using var answer = await client.AskAsync($"{Page}/{going.Id}");
        var bar = (await answer.DocumentAsync()).QuerySelector("progress")!;
        using var stopped = await client.SubmitAsync($"{Page}/{going.Id}");

        Assert.Equal(("1200", "5000", "1"), (bar.GetAttribute("value"), bar.GetAttribute("max"), answer.Headers.GetValues("Refresh").Single()));
        Assert.Equal(Page, stopped.Headers.Location!.ToString());
        Assert.Null(await checks.WriteAsync(going, tag, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_the_State_itself_and_the_Secretariat_come_here_and_only_who_sent_a_file_sees_its_check()
    {
        using var client = await FocalPointAsync();
        using var colleague = await FocalPointAsync();
        using var other = await host.SignInAsync(await host.InviteAsync(ActorRole.FocalPoint, "AT"));
        using var practitioner = await host.SignInAsync(await host.InviteAsync(ActorRole.Practitioner, "PL"));
        using var secretariat = await host.SignInAsync(await host.InviteAsync(ActorRole.Secretariat));
        var check = await client.CheckAsync(Page, await client.DownloadAsync(Page));

        foreach (var path in new[] { Page, $"{Page}?handler=Xlsx", $"{Page}?handler=Csv&kind=Authority", check })
        {
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Redirect), ((await other.AskAsync(path)).StatusCode, (await practitioner.AskAsync(path)).StatusCode, (await host.Client.AskAsync(path)).StatusCode));
        }

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await colleague.AskAsync(check)).StatusCode, (await secretariat.AskAsync(Page)).StatusCode));
        using var forged = await client.SendAsync(Page, new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.xlsx" } });
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    private async Task<HttpClient> FocalPointAsync() => await host.SignInAsync(await host.InviteAsync(ActorRole.FocalPoint, "PL"));
}

/// <summary>A directory of its own, because requests are written to it.</summary>
public sealed class SpreadsheetDirectory : DirectoryHost;
