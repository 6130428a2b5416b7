using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class JourneyTests(DirectoryWithEverything host, Chromium chromium)
{
    [Theory]
    [InlineData("Poland", "Ministry of Justice", "Polish, English")]
    [InlineData("Albania", "Ministry of Justice", "info@drejtesia.gov.al")]
    [InlineData("Austria", "Federal Ministry of Justice", "requests@example.org")]
    public async Task The_authority_of_a_State_for_mutual_legal_assistance_is_found_in_two_interactions_without_scripts(string state, string authority, string fact)
    {
        await using var window = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        var page = window.Page;
        await page.GotoAsync(host.Address.ToString());
        var reader = new Reader(page);

        await reader.TypesAsync("State", state);
        await reader.PressesAsync("Mutual legal assistance");

        var answer = page.Locator("#mla");
        Assert.EndsWith("#mla", page.Url, StringComparison.Ordinal);
        Assert.Contains(authority, await answer.Locator("h4").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains(fact, await answer.InnerTextAsync(), StringComparison.Ordinal);
        Assert.InRange((await answer.BoundingBoxAsync())!.Y, -1, 100);
        Assert.True(reader.Interactions <= 2, $"{reader.Interactions} interactions");
    }

    [Fact]
    public async Task An_authority_is_found_by_name_in_two_interactions_without_scripts()
    {
        await using var window = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        var page = window.Page;
        await page.GotoAsync(host.Address.ToString());
        var reader = new Reader(page);

        await reader.TypesAsync("Search by name", "conac");
        await reader.PressesAsync("Search");

        Assert.Equal("National Anti-Corruption Commission (CONAC)", await page.Locator(".hits h2").First.TextContentAsync());
        Assert.Equal(2, reader.Interactions);
    }

    [Fact]
    public async Task On_paper_a_profile_has_its_sources_written_out_and_no_navigation()
    {
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await page.GotoAsync(new Uri(host.Address, "/en/states/AL").ToString());
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        Assert.False(await page.Locator("header nav").IsVisibleAsync());
        Assert.True(await page.Locator(".banner").IsVisibleAsync());
        Assert.Contains("attr(href)", await page.EvaluateAsync<string>(
            "[...document.styleSheets[0].cssRules].filter(r => r.media?.mediaText === 'print').flatMap(r => [...r.cssRules]).filter(r => r.selectorText?.includes('.source a')).map(r => r.style.content).join()"), StringComparison.Ordinal);
    }
}
