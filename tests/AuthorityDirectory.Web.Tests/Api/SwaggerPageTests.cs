using System.Net;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Playwright;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>The page on which the API is tried, in a real browser.</summary>
public sealed class SwaggerPageTests(SeededDirectory directory, Chromium chromium)
{
    private const string Path = "/swagger/index.html";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("States", "listStates", "\"Alpha3\": \"AND\"")]
    [InlineData("Authorities", "getAuthorities", "\"Id\": \"AD-001\"")]
    [InlineData("Designations", "countDesignations", "44")]
    public async Task Try_it_out_and_Execute_ask_this_directory_and_show_its_answer(string tag, string operation, string shown)
    {
        await using var window = await chromium.OpenAsync();
        var (hosts, faults) = (new HashSet<string>(), new List<string>());
        window.Page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);
        window.Page.Console += (_, message) => faults.AddRange(message.Type == "error" ? [$"{message.Text} {message.Location}"] : []);
        await window.Page.GotoAsync(new Uri(directory.Address, Path).ToString());
        var block = window.Page.Locator($"[id='operations-{tag}-{operation}']");

        await block.Locator(".opblock-summary-control").ClickAsync();
        await block.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await block.GetByRole(AriaRole.Button, new() { Name = "Execute", Exact = true }).ClickAsync();
        var answer = block.Locator(".live-responses-table .response");
        await answer.WaitForAsync();

        Assert.Equal("200", (await answer.Locator(".response-col_status").InnerTextAsync()).Split('\n')[0].Trim());
        Assert.Contains(shown, await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.Equal([directory.Address.Authority], hosts.Where(host => host.Length > 0));
    }

    [Fact]
    public async Task Only_this_page_may_run_scripts_and_only_its_own()
    {
        using var page = await directory.Client.GetAsync(Path, Cancellation);
        using var missing = await directory.Client.GetAsync("/swagger/nothing", Cancellation);
        using var other = await directory.Client.GetAsync("/en/developers", Cancellation);

        Assert.Contains("script-src 'self';", Policy(page), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", Policy(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.DoesNotContain("script-src", Policy(missing) + Policy(other), StringComparison.Ordinal);

        static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();
    }
}
