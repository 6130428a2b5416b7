using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Review;

[Collection(ReviewCollection.Name)]
public sealed class EndPageTests(ReviewHost desk)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Merging_ends_the_designations_and_shows_readers_the_status_and_who_took_over()
    {
        using var answer = await desk.Client.SubmitAsync("/en/review/entries/AT-003", Filled(nameof(AuthorityStatus.Merged), "AT-001"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var entry = desk.View.Authority("AT-003")!;
        Assert.Equal((AuthorityStatus.Merged, "AT-001"), (entry.Record.Status, entry.Record.SuccessorId));
        Assert.NotEmpty(entry.Record.Designations);
        Assert.All(entry.Record.Designations, designation => Assert.Equal(new DateOnly(2026, 11, 1), designation.ValidTo));
        Assert.Empty(entry.Functions);
        var request = desk.Snapshot.Register.RequestsOf("AT").Single();
        Assert.Equal((RequestStatus.Accepted, ActorRole.Secretariat, "The ministries were merged."), (request.Status, request.SubmittedByRole!.Value, request.Reason));
        var page = await desk.Host.PageAsync("/en/authorities/AT-003");
        Assert.Contains("Merged", page.Text("main"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/en/authorities/AT-001']"));
    }

    [Fact]
    public async Task Sending_the_form_twice_ends_the_entry_once()
    {
        using var shown = await desk.Client.GetAsync("/en/review/entries/BE-001", Token);
        var form = (await shown.DocumentAsync()).QuerySelector("main form[method=post]")!;
        var filled = Filled(nameof(AuthorityStatus.Closed), "");
        var fields = FormFields.Of(form).Where(field => filled.All(each => each.Key != field.Key)).Concat(filled).ToList();

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await desk.Client.PostAsync("/en/review/entries/BE-001", new FormUrlEncodedContent(fields), Token);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Single(desk.Snapshot.Register.RequestsOf("BE"));
    }

    [Theory]
    [InlineData("Form.Status", "", "Choose what becomes of the entry.")]
    [InlineData("Form.Status", "Active", "Choose what becomes of the entry.")]
    [InlineData("Form.SuccessorId", "", "Choose who took over.")]
    [InlineData("Form.SuccessorId", "AT-001", "not another authority of this State")]
    [InlineData("Form.LastDay", "soon", "Give the last day")]
    [InlineData("Form.Reference", " ", "Give the reference of the source.")]
    [InlineData("Form.AsOf", "", "Give the date of the source")]
    [InlineData("Form.AsOf", "2026-11-03", "dated in the future")]
    [InlineData("Form.Reason", "", "Give the reason.")]
    public async Task What_is_missing_or_wrong_is_said_and_nothing_is_lost_or_changed(string field, string text, string sentence)
    {
        var position = desk.Snapshot.Position;

        using var answer = await desk.Client.SubmitAsync("/en/review/entries/RO-001", Filled(nameof(AuthorityStatus.Merged), "RO-002").Where(each => each.Key != field).Append(new(field, text)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(sentence, page.Text("#problems"), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("#problems a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(field == "Form.Reason" ? "" : "The ministries were merged.", page.Text("#why"));
        Assert.Equal(position, desk.Snapshot.Position);
    }

    private static List<KeyValuePair<string, string>> Filled(string status, string successor) =>
    [
        new("Form.Status", status), new("Form.SuccessorId", successor), new("Form.LastDay", "2026-11-01"), new("Form.Kind", nameof(SourceKind.NoteVerbale)),
        new("Form.Reference", "No. 15/2026"), new("Form.AsOf", "2026-10-20"), new("Form.Reason", "The ministries were merged."),
    ];
}
