using System.Diagnostics;
using System.Xml.Linq;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using static AuthorityDirectory.Web.Tests.Api.Writing.SomeRequests;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>Requests are as both descriptions say, and what the page for developers shows works as it stands there.</summary>
public sealed class RequestContractTests(WritingDirectory host) : IClassFixture<WritingDirectory>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_keeps_what_the_metadata_and_the_description_promise()
    {
        var answer = await WithPaperAsync();
        var promises = new Promises(XDocument.Parse(await host.Client.GetStringAsync("/odata/$metadata", Token)));
        var held = promises.Of("ChangeRequest", answer.Json).ToList();
        var document = OpenApiDocument.Parse(await host.Client.GetStringAsync("/openapi/v1.json", Token)).Document!;

        Assert.Equal(200, answer.Status);
        Assert.All(held, each => Assert.True(each.Promise.IsKept(each.Value), each.Promise.ToString()));
        Assert.Empty(promises.All.Where(promise => promise.Type is "ChangeRequest" or "Attachment").Except(held.Select(each => each.Promise)));
        Assert.Empty(SchemaCheck.Faults(answer.Json, document.Paths["/ChangeRequests('{Id}')"].Operations![HttpMethod.Get].Responses!["200"].Content!["application/json"].Schema!, "request"));
    }

    [Fact]
    public async Task The_commands_of_the_page_for_developers_do_what_it_says()
    {
        var token = await host.TokenAsync(await host.InviteAsync(ActorRole.FocalPoint, "AT"));
        using var system = new ApiClient(host.Address, token);
        using var page = await host.Client.GetAsync("/en/developers", Token);
        var commands = (await page.DocumentAsync()).QuerySelectorAll("[aria-labelledby=write] code").Select(code => code.TextContent).ToList();

        var made = await RunAsync(commands[0], token, "");
        var submitted = await RunAsync(commands[1], token, (await system.GetAsync(At("at-2026-017"))).Tag!);
        var confirmed = await RunAsync(commands[2], token, (await system.GetAsync("Authorities('AT-003')")).Tag!);

        Assert.StartsWith("HTTP/1.1 201", made, StringComparison.Ordinal);
        Assert.Contains("\"Status\":\"Submitted\"", submitted, StringComparison.Ordinal);
        Assert.Contains("\"Freshness\":\"Confirmed\"", confirmed, StringComparison.Ordinal);
        Assert.Equal(3, commands.Count);
    }

    private async Task<ApiAnswer> WithPaperAsync()
    {
        var id = NewId();
        using var system = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        await system.PostAsync("ChangeRequests", Hours(id));
        var (drafts, papers) = (host.Services.GetRequiredService<RequestDrafts>(), host.Services.GetRequiredService<Attachments>());
        using var paper = new MemoryStream("%PDF-1.7"u8.ToArray());
        var kept = (await drafts.FindAsync("AT", id, Token))!;
        await drafts.WriteAsync(kept.Draft with { Source = kept.Draft.Source with { Paper = (await papers.KeepAsync(paper, "note.pdf", Token)).Kept } }, kept.Tag, "a-1", Token);
        return await system.InvokeAsync(At(id), "Submit");
    }

    private static async Task<string> RunAsync(string command, string token, string tag)
    {
        Assert.StartsWith("curl ", command, StringComparison.Ordinal);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{RequiredTool.Curl} -s {command[5..]}"]) { RedirectStandardOutput = true };
        (start.Environment["TOKEN"], start.Environment["TAG"]) = (token, tag);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return output;
    }
}
