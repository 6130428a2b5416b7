using AuthorityDirectory.Web.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class AccessibilityTests(DirectoryWithEverything host, Chromium chromium)
{
    internal static readonly AxeRunOptions AllRules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>Nothing but colours differs in the dark.</summary>
    internal static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    [Theory]
    [MemberData(nameof(SomePages.All), MemberType = typeof(SomePages))]
    public async Task Axe_finds_no_fault_in_light_and_dark(string path)
    {
        await using var window = await chromium.OpenAsync(new() { BypassCSP = true, ColorScheme = ColorScheme.Light });
        await window.Page.GotoAsync(new Uri(host.Address, path).ToString());
        Expect(await window.Page.RunAxe(AllRules));

        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Expect(await window.Page.RunAxe(Colours));
    }

    [Theory]
    [MemberData(nameof(SomePages.All), MemberType = typeof(SomePages))]
    public async Task A_page_fits_a_telephone_and_asks_no_other_host_for_anything(string path)
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var asked = new List<Uri>();
        window.Page.Request += (_, request) => asked.Add(new Uri(request.Url));
        await window.Page.GotoAsync(new Uri(host.Address, path).ToString());

        Assert.Empty(await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('body *')].filter(e => !e.closest('.skip, .unseen') && e.getBoundingClientRect().right > 360.5).map(e => e.outerHTML.slice(0, 90))"));
        Assert.NotEmpty(asked);
        Assert.All(asked, address => Assert.Equal(host.Address.Authority, address.Authority));
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_content()
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.GotoAsync(new Uri(host.Address, "/en/states/AT").ToString());
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    internal static void Expect(AxeResult result)
    {
        Assert.NotEmpty(result.Passes);
        Assert.All(result.Violations, fault => Assert.Fail($"{fault.Id}: {fault.Help}{string.Concat(fault.Nodes.Select(node => $"\n  {node.Html}"))}"));
    }
}
