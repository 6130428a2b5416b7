using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Playwright;

namespace AuthorityDirectory.Web.Tests.Pages.Find;

public sealed class FindBrowserTests(DirectoryWithEverything host, Chromium chromium)
{
    /// <summary>The pairs that a press prints: everything held, little held, many routes, nothing held.</summary>
    public static TheoryData<string> Printed =>
    [
        "/en/find?from=FR&to=AT&need=mla&how=formal-urgent", "/en/find?from=AT&to=PL&need=mla&how=formal",
        "/en/find?from=FR&to=BR&need=informal-contact&how=informal-urgent", "/en/find?from=FR&to=VE&need=extradition&how=formal",
    ];

    [Fact]
    public async Task The_route_for_an_informal_first_contact_in_a_fast_case_is_found_in_four_interactions_without_scripts()
    {
        await using var window = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        var page = window.Page;
        await page.GotoAsync(new Uri(host.Address, "/en/find").ToString());
        var reader = new Reader(page);

        await reader.TypesAsync("Your State", "France");
        await reader.TypesAsync("The other State", "Brazil");
        await reader.ChoosesAsync("Informal contact, urgent");
        await reader.PressesAsync("Tracing or freezing assets");

        Assert.EndsWith("/en/find?from=FR&to=BR&need=tracing-or-freezing&how=informal-urgent", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator(".routes > li").CountAsync() > 1);
        Assert.NotEmpty(await page.Locator(".routes > li").First.Locator(".reasons li").AllInnerTextsAsync());
        Assert.True(reader.Interactions <= 4, $"{reader.Interactions} interactions");
    }

    [Fact]
    public async Task The_finder_works_by_keyboard_alone()
    {
        await using var window = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        var page = window.Page;
        await page.GotoAsync(new Uri(host.Address, "/en/find").ToString());

        await page.GetByLabel("Your State", new() { Exact = true }).FocusAsync();
        await page.Keyboard.TypeAsync("France");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Poland");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("Central authority", await page.Locator(".routes .kind").First.InnerTextAsync());
        Assert.EndsWith("/find?from=FR&to=PL&need=mla&how=formal-urgent", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task The_checklist_prints_on_one_sheet_of_A4(string path)
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.GotoAsync(new Uri(host.Address, path).ToString());
        var sheet = await window.Page.PdfAsync(new() { Format = "A4", Margin = new() { Top = "12mm", Bottom = "12mm", Left = "12mm", Right = "12mm" } });

        Assert.Equal(1, Sheets(sheet));
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await window.Page.Locator(".checklist").IsVisibleAsync());
        Assert.False(await window.Page.Locator(".routes").IsVisibleAsync());
    }

    private static int Sheets(byte[] pdf) => System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b");
}
