using System.Net;
using System.Net.Http.Headers;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Manage;

public sealed class RequestTests(DeskDirectory host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_is_given_back_shows_why_and_is_changed_and_submitted_again()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;
        var preview = await client.EditAsync(state, authority, [new($"{authority}.Acronym", "MOJ")]);
        var path = (await client.SubmitAsync(preview, [new("Reason", "New acronym.")])).Headers.Location!.ToString();
        var id = path.Split('/')[^1];
        await host.ReturnAsync(id, "Is it MOJ or MJ?");

        Assert.Contains("Is it MOJ or MJ?", await client.GetStringAsync(path, Token), StringComparison.Ordinal);
        using var revised = await client.SubmitAsync(path + "?handler=Revise");
        Assert.Equal(preview, revised.Headers.Location!.ToString());
        using var edited = await client.SubmitAsync($"/en/manage/{state}/edit/{authority}?draft={id}", [new($"{authority}.Acronym", "MJ")], "#entry");
        using var submitted = await client.SubmitAsync(preview);

        Assert.Equal(path, submitted.Headers.Location!.ToString());
        Assert.Equal((RequestStatus.Submitted, "New acronym.", "MJ"), (host.Request(id).Status, host.Request(id).Reason, host.Request(id).Changes[0].Fields[0].After));
    }

    [Fact]
    public async Task A_request_is_withdrawn_and_can_then_neither_be_changed_nor_withdrawn()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;
        var preview = await client.EditAsync(state, authority, [new($"{authority}.Acronym", "MOJ")]);
        var path = (await client.SubmitAsync(preview)).Headers.Location!.ToString();

        using var withdrawn = await client.SubmitAsync(path + "?handler=Withdraw", [new("reason", "A mistake.")]);
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal((RequestStatus.Withdrawn, "A mistake."), (host.Request(path.Split('/')[^1]).Status, host.Request(path.Split('/')[^1]).DecisionReason));

        var page = await (await client.GetAsync(path, Token)).DocumentAsync();
        Assert.Empty(page.QuerySelectorAll("main form"));
        using var preview2 = await client.GetAsync(preview, Token);
        Assert.Equal(path, preview2.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_note_verbale_needs_its_reference_and_date_and_what_was_typed_stays()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;
        var preview = await client.EditAsync(state, authority, [new($"{authority}.Acronym", "MOJ")]);

        using var incomplete = await client.SubmitAsync(preview, [new("Kind", "NoteVerbale"), new("Reference", "12/2026"), new("Reason", "See note.")]);
        using var wrong = await client.SubmitAsync(preview, [new("Kind", "NoteVerbale"), new("AsOf", "last week")]);
        var page = await wrong.DocumentAsync();

        Assert.Equal(HttpStatusCode.BadRequest, incomplete.StatusCode);
        Assert.Contains("A note verbale has a reference and a date", (await incomplete.DocumentAsync()).Text("#problems li"), StringComparison.Ordinal);
        Assert.Equal(["12/2026", "last week"], new[] { "Reference", "AsOf" }.Select(field => page.GetElementById(field)!.GetAttribute("value")));
        Assert.Equal("#AsOf", page.QuerySelector("#problems a")!.GetAttribute("href"));

        using var submitted = await client.SubmitAsync(preview, [new("AsOf", "2026-10-30")]);
        Assert.Equal(("12/2026", new DateOnly(2026, 10, 30)), (host.Request(preview.Split('/')[^1]).Source!.Reference, host.Request(preview.Split('/')[^1]).Source!.AsOf!.Value));
    }

    [Fact]
    public async Task A_paper_goes_with_the_request_and_is_given_to_those_at_the_desk_alone_as_a_file_to_be_saved()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        var (other, _) = host.Take();
        var (_, stranger) = await host.FocalPointAsync(other);
        using var own = client;
        using var others = stranger;
        var preview = await client.EditAsync(state, authority, [new($"{authority}.Acronym", "MOJ")]);
        var pdf = "%PDF-1.7 note"u8.ToArray();

        using var refused = await UploadAsync(client, preview, "<script>"u8.ToArray());
        using var submitted = await UploadAsync(client, preview, pdf);
        var request = submitted.Headers.Location!.ToString();
        using var paper = await client.GetAsync($"{request}?handler=Paper", Token);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("not a PDF", (await refused.DocumentAsync()).Text("#problems li"), StringComparison.Ordinal);
        Assert.Equal(("note.pdf", pdf.Length), (host.Request(request.Split('/')[^1]).Attachment!.Name, host.Request(request.Split('/')[^1]).Attachment!.Bytes));
        Assert.Equal(pdf, await paper.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("attachment", paper.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", paper.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", paper.Headers.GetValues("X-Content-Type-Options").Single());
        using var closed = await stranger.GetAsync($"{request}?handler=Paper", Token);
        using var elsewhere = await stranger.GetAsync($"{request.Replace($"/{state}/", $"/{other}/", StringComparison.Ordinal)}?handler=Paper", Token);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (closed.StatusCode, elsewhere.StatusCode));
    }

    [Fact]
    public async Task A_draft_is_thrown_away()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;
        var preview = await client.EditAsync(state, authority, [new($"{authority}.Acronym", "MOJ")]);

        using var gone = await client.SubmitAsync(preview + "?handler=Discard");
        using var nothing = await client.GetAsync(preview, Token);

        Assert.Equal($"/en/manage/{state}", gone.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string preview, byte[] bytes)
    {
        var page = await (await client.GetAsync(preview, Token)).DocumentAsync();
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FormFields.Of(page.QuerySelector("form[enctype]")!))
        {
            content.Add(new StringContent(value), name);
        }

        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Add(file, "Paper", "../note.pdf");
        return await client.PostAsync(preview, content, Token);
    }
}
