using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Spreadsheets;

public sealed class ImportPageTests(SpreadsheetDirectory host) : IClassFixture<SpreadsheetDirectory>
{
    private const string Page = "/en/review/import";

    private DirectorySnapshot Snapshot => host.Services.GetRequiredService<CurrentSnapshot>().Value;

    [Fact]
    public async Task The_Secretariat_sends_many_States_at_once_and_each_gets_a_request_on_one_source()
    {
        using var client = await SecretariatAsync();
        var table = (await client.DownloadAsync(Page)).Type(LineKind.Authority, "AT-001", "Acronym", "A").Type(LineKind.Authority, "DE-001", "Acronym", "D").Type(LineKind.State, "FR", "MissionCity", "New York");
        var check = await client.CheckAsync(Page, table);
        var shown = await (await client.AskAsync(check)).DocumentAsync();
        var ofState = await (await client.AskAsync(shown.QuerySelector("tbody a")!.GetAttribute("href")!)).DocumentAsync();

        using var incomplete = await client.SubmitAsync(check, [new("reference", "NV/1")], "form[action*=Submit]");
        Assert.Equal(HttpStatusCode.BadRequest, incomplete.StatusCode);
        Assert.Equal("NV/1", (await incomplete.DocumentAsync()).QuerySelector("#Reference")!.GetAttribute("value"));
        using var submitted = await client.SubmitAsync(check, [new("reference", "NV/1"), new("asOf", "2026-10-30")], "form[action*=Submit]");

        Assert.Equal(["Austria1", "France1", "Germany1"], shown.QuerySelectorAll("tbody tr").Select(row => string.Concat(row.TextContent.Where(letter => !char.IsWhiteSpace(letter)))));
        Assert.Contains("Authorities, row", ofState.QuerySelector(".difference")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Page}?submitted=3", submitted.Headers.Location!.ToString());
        var id = check.Split('/')[^1];
        Assert.All(new[] { "AT", "DE", "FR" }, state =>
        {
            var request = Snapshot.Register.Request($"{id}-{state.ToLowerInvariant()}")!;
            Assert.Equal((RequestStatus.Submitted, state, "NV/1", 1), (request.Status, request.StateCode, request.Source!.Reference, request.Changes.Count));
        });
    }

    [Fact]
    public async Task Where_one_person_may_all_are_accepted_in_one_act()
    {
        using var client = await SecretariatAsync();
        var check = await client.CheckAsync(Page, (await client.DownloadAsync(Page)).Type(LineKind.Authority, "IT-001", "Acronym", "I").Type(LineKind.Authority, "ES-001", "Acronym", "E"));
        var fields = FormFields.Of((await (await client.AskAsync(check)).DocumentAsync()).QuerySelector("form[action*=Submit]")!).Where(field => field.Key is not ("reference" or "asOf"));

        using var accepted = await client.SendAsync($"{check}?handler=Accept", new FormUrlEncodedContent([.. fields, new("reference", "NV/2"), new("asOf", "2026-10-30")]));

        Assert.Equal($"{Page}?accepted=2", accepted.Headers.Location!.ToString());
        Assert.Equal(("I", "E"), (Snapshot.View(Audience.Public).Authority("IT-001")!.Record.Acronym, Snapshot.View(Audience.Public).Authority("ES-001")!.Record.Acronym));
    }

    [Fact]
    public async Task One_fault_of_one_State_keeps_all_back()
    {
        using var client = await SecretariatAsync();
        var table = (await client.DownloadAsync(Page)).Type(LineKind.Authority, "AT-001", "Acronym", "X").Type(LineKind.Authority, "DE-001", "Website", "nowhere");
        var position = Snapshot.Position;

        var page = await (await client.AskAsync(await client.CheckAsync(Page, table))).DocumentAsync();

        Assert.Contains("“nowhere” is not the address of a page.", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*=Submit]"));
        Assert.Equal(position, Snapshot.Position);
    }

    [Fact]
    public async Task Only_the_Secretariat_comes_here()
    {
        using var focalPoint = await host.SignInAsync(await host.InviteAsync(ActorRole.FocalPoint, "AT"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ((await focalPoint.AskAsync(Page)).StatusCode, (await focalPoint.AskAsync($"{Page}?handler=Xlsx")).StatusCode));
    }

    private async Task<HttpClient> SecretariatAsync() => await host.SignInAsync(await host.InviteAsync(ActorRole.Secretariat));
}
