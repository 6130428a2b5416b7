using System.Net;
using AngleSharp.Dom;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Pages.Review;

[Collection(ReviewCollection.Name)]
public sealed class RequestPageTests(ReviewHost desk)
{
    private const string Accept = "form[action*=Accept]";
    private const string Return = "form[action*=Return]";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_queue_says_of_each_request_its_State_what_changes_who_submitted_it_its_source_and_age()
    {
        var by = await desk.Host.InviteAsync(ActorRole.FocalPoint, "PL");
        await desk.SubmitAsync("PL-001", "Kraków", by, DirectoryHost.Now.AddDays(-5));

        var row = (await OpenAsync("/en/review?state=PL")).QuerySelector("tbody tr")!;

        Assert.Equal($"{desk.View.Authority("PL-001")!.Record.Name} (City)", row.Text("th"));
        Assert.Equal(["Poland", by.Name!, "note verbale No. 14/2026", "3 working days"], row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task What_misleads_comes_first_then_what_has_waited_longest_and_one_State_can_be_picked()
    {
        var young = await desk.SubmitAsync("DE-001", "Köln", at: DirectoryHost.Now.AddDays(-1));
        var old = await desk.SubmitAsync("DE-001", "Bremen", at: DirectoryHost.Now.AddDays(-9));
        var urgent = await desk.SubmitAsync("DE-001", "Ulm", also: request => request with { IsUrgent = true });

        var page = await OpenAsync("/en/review?state=DE");

        Assert.Equal(new[] { urgent, old, young }.Select(request => $"/en/review/requests/{request.Id}"), page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Accepting_writes_what_stands_on_the_page_and_says_so()
    {
        var request = await desk.SubmitAsync("FR-001", "Lyon");

        using var answer = await desk.Client.SubmitAsync($"/en/review/requests/{request.Id}", form: Accept);

        Assert.Equal((HttpStatusCode.Redirect, $"/en/review?done={request.Id}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal("Lyon", desk.View.Authority("FR-001")!.Record.Address.City);
        Assert.Equal("The request of France is accepted and in effect.", (await OpenAsync(answer.Headers.Location!.ToString())).Text(".done"));
        Assert.Equal(ActorRole.Secretariat, desk.View.Changes[^1].ActorRole);
    }

    [Fact]
    public async Task Returning_needs_a_reason_which_the_State_gets_by_letter()
    {
        var by = await desk.Host.InviteAsync(ActorRole.FocalPoint, "IT");
        var request = await desk.SubmitAsync("IT-001", "Milano", by);
        var path = $"/en/review/requests/{request.Id}";

        using var without = await desk.Client.SubmitAsync(path, [new("reason", "  ")], Return);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains("Say why the request is returned", (await without.DocumentAsync()).Text("#problems"), StringComparison.Ordinal);

        desk.Host.Mailbox.Rest();
        using var answer = await desk.Client.SubmitAsync(path, [new("reason", "The note is not attached.\nPlease add it.")], Return);
        Assert.Equal($"/en/review?done={request.Id}", answer.Headers.Location?.ToString());
        Assert.Equal((RequestStatus.Returned, "The note is not attached.\nPlease add it."), (Kept(request).Status, Kept(request).DecisionReason));

        var letter = await desk.Host.Mailbox.NextAsync();
        Assert.Equal((by.Email, "Your request to change the entries of Italy was returned"), (letter.To, letter.Subject));
        Assert.Contains("The note is not attached.\nPlease add it.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/en/manage/IT", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_when_somebody_else_decided_meanwhile_and_the_page_says_so()
    {
        var request = await desk.SubmitAsync("ES-001", "Sevilla");
        using var shown = await desk.Client.GetAsync($"/en/review/requests/{request.Id}", Token);
        var form = (await shown.DocumentAsync()).QuerySelector(Return)!;
        var other = await desk.Host.InviteAsync(ActorRole.Secretariat);
        await desk.WriteAsync(snapshot => RequestRules.Accept(snapshot, other, request.Id, DirectoryHost.Now, fourEyes: false));

        using var answer = await desk.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(FormFields.Of(form).Where(field => field.Key != "reason").Append(new("reason", "Which office?"))), Token);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains("is accepted by now", page.Text("#problems"), StringComparison.Ordinal);
        Assert.Contains("This request is decided: Accepted.", page.Text("main"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal("Sevilla", desk.View.Authority("ES-001")!.Record.Address.City);
    }

    [Fact]
    public async Task A_line_that_changed_since_is_shown_with_what_it_is_now_and_cannot_be_accepted()
    {
        var first = await desk.SubmitAsync("PT-001", "Porto");
        var second = await desk.SubmitAsync("PT-001", "Faro");
        Assert.Contains("Another request that waits", (await OpenAsync($"/en/review/requests/{second.Id}")).Text("main"), StringComparison.Ordinal);
        (await desk.Client.SubmitAsync($"/en/review/requests/{first.Id}", form: Accept)).Dispose();

        var page = await OpenAsync($"/en/review/requests/{second.Id}");

        Assert.Contains("“Porto”", page.Text(".fault"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(Accept));
        Assert.NotEmpty(page.QuerySelectorAll(Return));
    }

    [Fact]
    public async Task What_the_Secretariat_submitted_for_a_State_says_so()
    {
        var request = await desk.SubmitAsync("CZ-001", "Brno", desk.Secretary);

        Assert.Contains("for the State, by the Secretariat", (await OpenAsync("/en/review?state=CZ")).Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("look at the note", (await OpenAsync($"/en/review/requests/{request.Id}")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_of_a_State_opens_for_the_Secretariat_from_a_request_of_it()
    {
        var request = await desk.SubmitAsync("NO-001", "Bergen");
        var link = (await OpenAsync($"/en/review/requests/{request.Id}")).QuerySelector("a[href*=manage\\/NO]")!;

        Assert.Contains("Norway", (await OpenAsync(link.GetAttribute("href")!)).Text("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paper_is_beside_the_difference_as_a_file()
    {
        var paper = await desk.PaperAsync();
        var request = await desk.SubmitAsync("HU-001", "Pécs", also: request => request with { Attachment = paper });
        var link = (await OpenAsync($"/en/review/requests/{request.Id}")).QuerySelector("a[href$=paper]")!;

        using var file = await desk.Client.GetAsync(link.GetAttribute("href"), Token);

        Assert.Equal(("application/pdf", "attachment", "%PDF-1.7 a note"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.DispositionType, await file.Content.ReadAsStringAsync(Token)));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Redirect)]
    [InlineData(ActorRole.FocalPoint, HttpStatusCode.Forbidden)]
    [InlineData(ActorRole.Practitioner, HttpStatusCode.Forbidden)]
    [InlineData(ActorRole.Administrator, HttpStatusCode.Forbidden)]
    public async Task Who_does_not_decide_sees_nothing_and_changes_nothing(ActorRole? role, HttpStatusCode expected)
    {
        var request = await desk.SubmitAsync("DK-001", $"City {role}", also: request => request with { Reason = "Confidential words" });
        using var client = role is null ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Host.Address }
            : await desk.Host.SignInAsync(await desk.Host.InviteAsync(role.Value, role is ActorRole.Administrator ? null : "DK"));
        var position = desk.Snapshot.Position;

        foreach (var path in new[] { "", "/states", "/states/DK", "/letters", $"/requests/{request.Id}", $"/requests/{request.Id}/paper", "/entries/DK-001" })
        {
            using var answer = await client.GetAsync($"/en/review{path}", Token);
            Assert.Equal(expected, answer.StatusCode);
            Assert.DoesNotContain("Confidential", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }

        foreach (var path in new[] { $"requests/{request.Id}?handler=Accept", $"requests/{request.Id}?handler=Return", "entries/DK-001" })
        {
            using var posted = await client.PostAsync($"/en/review/{path}", new FormUrlEncodedContent([new("reason", "No.")]), Token);
            Assert.Equal(role is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, posted.StatusCode);
        }

        Assert.Equal(position, desk.Snapshot.Position);
    }

    [Fact]
    public async Task A_post_without_the_forms_own_token_changes_nothing()
    {
        var request = await desk.SubmitAsync("SI-001", "Maribor");

        using var answer = await desk.Client.PostAsync($"/en/review/requests/{request.Id}?handler=Accept", new FormUrlEncodedContent([]), Token);

        Assert.Equal((HttpStatusCode.BadRequest, RequestStatus.Submitted), (answer.StatusCode, Kept(request).Status));
    }

    [Fact]
    public async Task Words_of_a_State_are_shown_as_words()
    {
        var request = await desk.SubmitAsync("HR-001", "<script>alert(1)</script>", also: request => request with { Reason = "<img src=x onerror=alert(1)>" });

        var page = await OpenAsync($"/en/review/requests/{request.Id}");

        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.Contains("<script>alert(1)</script>", page.Text("main"), StringComparison.Ordinal);
    }

    private ChangeRequest Kept(ChangeRequest request) => desk.Snapshot.Register.Request(request.Id)!;

    private async Task<IDocument> OpenAsync(string path)
    {
        using var response = await desk.Client.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.DocumentAsync();
    }
}
