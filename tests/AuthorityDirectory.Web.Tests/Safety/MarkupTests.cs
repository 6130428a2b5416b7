using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Safety;

/// <summary>What looks like markup in a text is a text: on every page that shows it, to everybody.</summary>
public sealed class MarkupTests : IAsyncLifetime
{
    private const string Markup = "\"'><script>alert(9)</script><img src=x onerror=alert(9)>{{9*9}}";

    /// <summary>What no page has; the script that keeps a draft is the directory's own.</summary>
    private const string Foreign = "script:not([src^='/draft.js?']), img, iframe, [onerror], [href^='javascript:' i], [src]:not(script)";

    private const string Link = "javascript:alert(9)";

    private readonly DirectoryHost _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _directory.InitializeAsync();
        var seen = _directory.Services.GetRequiredService<CurrentSnapshot>().Value.View(Audience.Secretariat);
        var source = Some.Source with { Reference = Markup, Note = Markup, Url = Link };
        await PutAsync(Filled(seen.Authority("PL-001")!.Record, source), Filled(seen.State("PL")!.Record, source),
            new Notice { Id = "PL-n1", StateCode = "PL", Text = Markup, From = new(2026, 1, 1), Until = new(2027, 1, 1), Source = source });
        await PutAsync(Request(source), new Account { Id = "a-markup", Role = ActorRole.FocalPoint, StateCode = "PL", Name = Markup, Email = "a@example.org" });
    }

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Theory]
    [InlineData("visitor")]
    [InlineData("own")]
    [InlineData("secretariat")]
    [InlineData("administrator")]
    public async Task No_text_becomes_markup_on_any_page(string person)
    {
        using var client = await Actors.BrowserAsync(_directory, person);
        var shown = 0;
        foreach (var path in CaseFile.TriplesBeside("pages.cases").Select(row => row.Data.Item2).Append($"/en/search?q={Uri.EscapeDataString(Markup)}").Append("/en/review/audit?record=PL"))
        {
            using var answer = await client.GetAsync(path, Token);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await answer.DocumentAsync();
            shown += page.DocumentElement.TextContent.Contains("<script>alert(9)", StringComparison.Ordinal) ? 1 : 0;
            Assert.True(page.QuerySelectorAll(Foreign).Length == 0, $"{path} holds markup from a text");
        }

        Assert.True(shown > (person == "administrator" ? 1 : 2), $"The texts were shown on {shown} pages.");
    }

    [Theory]
    [InlineData("/en/manage/PL/spreadsheet?handler=Csv&kind=ContactPoint")]
    [InlineData("/en/review/audit/audit.csv")]
    public async Task A_file_is_never_shown_as_a_page_and_never_executed(string path)
    {
        using var client = await Actors.BrowserAsync(_directory, "secretariat");
        using var file = await client.GetAsync(path, Token);
        var lines = await file.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.StartsWith("attachment", file.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain(lines.Split(',', '\n'), cell => cell.TrimStart('"').StartsWith('='));
    }

    private static Authority Filled(Authority authority, Source source) => authority with
    {
        Name = Markup, NativeName = Markup, NativeNameLanguage = "pl", Translations = [new("fr", Markup)], FormerNames = [Markup], Acronym = Markup, OfficeHours = Markup, Website = Link,
        Address = new() { Lines = [Markup], City = Markup, PostalCode = Markup, CountryCode = "PL" },
        ContactPoints = [Some.Contact($"{authority.Id}-c1", ContactKind.Other, Markup, Audience.Public) with { Role = Markup }, Some.Contact($"{authority.Id}-c2", ContactKind.Phone, "=1+1", Audience.Public)],
        Designations = [.. authority.Designations.Select(designation => designation with { InstrumentNote = Markup, Scope = new(Markup, Markup, Markup), UrgentProcedure = Markup, Requirements = Markup, AreasOfAssistance = [Markup], Source = source })],
        Source = source,
    };

    private static State Filled(State state, Source source) => state with
    {
        FormalName = Markup, Links = [new(LinkKind.Legislation, Link, null, null)], Mission = new() { Addressee = Markup, Address = new() { Lines = [Markup], City = Markup } }, Source = source,
    };

    private static ChangeRequest Request(Source source) => new()
    {
        Id = SafeDirectory.Request, StateCode = "PL", Status = RequestStatus.Submitted, Source = source, Attachment = new(Markup, new('0', 64), 1), Reason = Markup,
        SubmittedBy = "a-markup", SubmittedByRole = ActorRole.FocalPoint, SubmittedAt = DirectoryHost.Now, DecisionReason = Markup,
        Changes = [new(LineKind.ContactPoint, "PL-001", "PL-001-c1", LineAct.Change) { Fields = [new("Value", Markup, $"{Markup} new")] }],
    };

    private async Task PutAsync(params DirectoryRecord[] records)
    {
        var written = await _directory.Services.GetRequiredService<LedgerWriter>().WriteAsync(_ => Decision.Accept(new() { Actor = new(ActorRole.FocalPoint, "a-markup"), Source = Some.Source with { Reference = Markup }, Records = records }));
        Assert.True(written.IsWritten, written.Reason);
    }
}
