using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Pages.Review;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Review;

[Collection(ReviewCollection.Name)]
public sealed class StatesPageTests(ReviewHost desk)
{
    private const string Deadline = "&deadline=2027-01-31";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_State_is_listed_with_what_is_late_what_its_address_lacks_and_who_can_be_reached()
    {
        var point = await desk.Host.InviteAsync(ActorRole.FocalPoint, "BG");
        await desk.WriteAsync(snapshot => AuthorityDirectory.Ledger.Decision.Accept(new()
        {
            Actor = AuthorityDirectory.Ledger.Actor.System,
            Records = [desk.View.Authority("BG-001")!.Record with { ConfirmedOn = new(2025, 7, 1), ConfirmedByRole = ActorRole.FocalPoint }],
        }));

        using var response = await desk.Client.GetAsync("/en/review/states", Token);
        var row = (await response.DocumentAsync()).QuerySelectorAll("tbody tr").Single(row => row.Text("th") == "Bulgaria");

        Assert.Contains("1 entry overdue", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Missing: addressee, street or box, city, country", row.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{point.Name} can be reached by letter", row.Shown(), StringComparison.Ordinal);
        Assert.Equal("/en/manage/BG", row.QuerySelector("td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_file_for_letters_has_everything_that_a_letter_needs()
    {
        await GiveMissionAsync("KE", new() { Addressee = "The Permanent Mission of Kenya, \"Vienna\"", Address = new() { Lines = ["Andromeda Tower", "=Donau-City-Strasse 6"], City = "Vienna", PostalCode = "1220", CountryCode = "AT" } });

        using var file = await desk.Client.GetAsync($"/en/review/letters?state=KE{Deadline}", Token);

        Assert.Equal(("text/csv", "letters-2026-11-02.csv"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName));
        var lines = (await file.Content.ReadAsStringAsync(Token)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("[State],Formal name [FormalName],[Addressee],Address line 1 [Line1],Address line 2 [Line2],Postal code [PostalCode],[City],[Country],Number of entries [Count],[Entries],Answer by [Deadline]", lines[0]);
        Assert.StartsWith("KE,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"The Permanent Mission of Kenya, \"\"Vienna\"\"\",Andromeda Tower,", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",=Donau", lines[1], StringComparison.Ordinal);
        Assert.Contains(",1220,Vienna,Austria,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",31 January 2027", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_State_that_lacks_something_keeps_the_file_from_being_made_and_is_named_with_what_it_lacks()
    {
        await GiveMissionAsync("UG", new() { Addressee = "The Permanent Mission of Uganda", Address = new() { Lines = ["Street 1"], CountryCode = "AT" } });
        await GiveMissionAsync("TZ", new() { Addressee = "The Permanent Mission", Address = new() { Lines = ["Street 2"], City = "Vienna", CountryCode = "AT" } });

        using var answer = await desk.Client.GetAsync($"/en/review/letters?state=UG&state=TZ{Deadline}", Token);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var page = await answer.DocumentAsync();
        Assert.Equal("Uganda cannot be written to. Missing: city. Fill it in at the State’s desk, or leave the State out.", page.Text("#problems li"));
        Assert.Equal(["UG", "TZ"], page.QuerySelectorAll("input[name=state]").Where(box => box.HasAttribute("checked")).Select(box => box.GetAttribute("value")).OrderDescending());
    }

    [Theory]
    [InlineData("state=KE&deadline=2026-11-02", "The day by which")]
    [InlineData("state=KE&deadline=soon", "The day by which")]
    [InlineData("deadline=2027-01-31", "No State is chosen")]
    public async Task Without_a_day_to_come_or_a_State_there_is_no_file(string query, string sentence)
    {
        await GiveMissionAsync("KE", new() { Addressee = "The Permanent Mission", Address = new() { Lines = ["Street 2"], City = "Vienna", CountryCode = "AT" } });

        using var answer = await desk.Client.GetAsync($"/en/review/letters?{query}", Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(sentence, (await answer.DocumentAsync()).Text("#problems li"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-02", "2026-11-02", 0)]
    [InlineData("2026-10-30", "2026-11-02", 1)]
    [InlineData("2026-10-31", "2026-11-02", 1)]
    [InlineData("2026-10-26", "2026-11-02", 5)]
    [InlineData("2026-10-24", "2026-11-02", 6)]
    [InlineData("2026-10-02", "2026-11-01", 20)]
    [InlineData("2026-11-03", "2026-11-02", 0)]
    public void Working_days_are_those_from_Monday_to_Friday(string from, string until, int days) =>
        Assert.Equal(days, WorkingDays.Between(DateOnly.Parse(from, English.Culture), DateOnly.Parse(until, English.Culture)));

    private Task GiveMissionAsync(string state, Mission mission) => desk.WriteAsync(_ => AuthorityDirectory.Ledger.Decision.Accept(new()
    {
        Actor = AuthorityDirectory.Ledger.Actor.System,
        Records = [desk.View.State(state)!.Record with { Mission = mission }],
    }));
}
