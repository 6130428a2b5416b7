using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AuthorityDirectory.Web.Tests.Pages.Review;

[Collection(ReviewCollection.Name)]
public sealed class ReviewBrowserTests(ReviewHost desk, Chromium chromium)
{
    private static readonly AxeRunOptions AllRules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Fact]
    public async Task A_request_is_reviewed_and_accepted_in_two_clicks_from_the_queue_without_scripts()
    {
        await desk.SubmitAsync("GR-001", "Patras", also: request => request with { IsUrgent = true });
        await using var window = await OpenAsync(new() { JavaScriptEnabled = false });
        await window.Page.GotoAsync(new Uri(desk.Host.Address, "/en/review?state=GR").ToString());
        var reader = new Reader(window.Page);

        await reader.FollowsAsync(desk.View.Authority("GR-001")!.Record.Name);
        Assert.Contains("Patras", await window.Page.Locator(".after").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("No. 14/2026", await window.Page.Locator(".source").InnerTextAsync(), StringComparison.Ordinal);
        await reader.PressesAsync("Accept");

        Assert.Equal("Patras", desk.View.Authority("GR-001")!.Record.Address.City);
        Assert.Equal(2, reader.Interactions);
    }

    [Fact]
    public async Task Axe_finds_no_fault_on_the_desk_and_it_fits_a_telephone_in_light_and_dark()
    {
        foreach (var path in await PathsAsync())
        {
            await using var window = await OpenAsync(new() { BypassCSP = true, ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = 900 } });
            foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (360, ColorScheme.Light), (360, ColorScheme.Dark) })
            {
                await window.Page.SetViewportSizeAsync(width, 900);
                await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await window.Page.GotoAsync(new Uri(desk.Host.Address, path).ToString());
                await ShotAsync(window.Page, path, width, scheme);
                Assert.All((await window.Page.RunAxe(AllRules)).Violations, fault => Assert.Fail($"{path} {width}: {fault.Id}: {fault.Help}{string.Concat(fault.Nodes.Select(node => $"\n  {node.Html}"))}"));
                Assert.Empty(await window.Page.EvaluateAsync<string[]>(
                    $"[...document.querySelectorAll('body *')].filter(e => !e.closest('.skip, .unseen') && e.getBoundingClientRect().right > {width}.5).map(e => e.outerHTML.slice(0, 90))"));
            }
        }
    }

    private async Task<IReadOnlyList<string>> PathsAsync()
    {
        var paper = await desk.PaperAsync();
        var good = await desk.SubmitAsync("NL-001", "Utrecht", also: request => request with { IsUrgent = true, Reason = "The office moved in October.", Attachment = paper, EffectiveOn = new(2026, 12, 1) });
        var clash = await desk.SubmitAsync("NL-001", "Zwolle", desk.Secretary);
        await desk.WriteAsync(snapshot => RequestRules.Accept(snapshot, desk.Secretary, good.Id, DirectoryHost.Now, fourEyes: false));
        var first = await desk.SubmitAsync("SE-001", "Uppsala", also: request => request with { Reason = "The office moved in October.", Attachment = paper, IsUrgent = true });
        await desk.SubmitAsync("SE-001", "Lund", desk.Secretary, DirectoryHost.Now.AddDays(-20));
        return
        [
            $"/en/review?done={good.Id}", $"/en/review/requests/{first.Id}", $"/en/review/requests/{good.Id}", $"/en/review/requests/{clash.Id}", "/en/review/states",
            "/en/review/letters?deadline=2027-01-31&state=SE", "/en/review/states/SE", "/en/review/entries/SE-001", "/en/review/accounts",
        ];
    }

    private async Task<Window> OpenAsync(BrowserNewContextOptions options)
    {
        var window = await chromium.OpenAsync(options);
        var cookie = await desk.Host.SessionAsync(desk.Secretary);
        await window.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }]);
        return window;
    }

    /// <summary>For people to look at: only where somebody asks for them.</summary>
    private static async Task ShotAsync(IPage page, string path, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = string.Concat(path.Split('?')[0].Trim('/').Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
        }
    }
}
