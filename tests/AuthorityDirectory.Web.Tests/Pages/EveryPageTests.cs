using AngleSharp.Dom;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class EveryPageTests(DirectoryWithEverything host)
{
    private static readonly string[] Headings = ["H1", "H2", "H3", "H4"];

    [Theory]
    [MemberData(nameof(SomePages.All), MemberType = typeof(SomePages))]
    public async Task A_page_says_what_it_is_in_which_language_as_at_when_and_that_it_is_not_official(string path)
    {
        var page = await OpenAsync(path);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ltr", page.DocumentElement.GetAttribute("dir"));
        Assert.NotEmpty(page.Text("h1"));
        Assert.EndsWith("Directory of competent authorities", page.Title, StringComparison.Ordinal);
        Assert.Contains("not an official publication of the United Nations", page.Text(".banner"), StringComparison.Ordinal);
        Assert.Contains("As at 2 November 2026 (UTC)", page.Text("footer"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SomePages.All), MemberType = typeof(SomePages))]
    public async Task A_page_has_no_script_no_inline_style_and_nothing_from_elsewhere(string path)
    {
        var page = await OpenAsync(path);

        Assert.Empty(page.QuerySelectorAll("script, style, iframe, img, [style]"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("link"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SomePages.All), MemberType = typeof(SomePages))]
    public async Task Headings_go_down_one_step_at_a_time_and_names_inside_the_page_are_unique(string path)
    {
        var page = await OpenAsync(path);
        var levels = page.All.Select(element => Array.IndexOf(Headings, element.TagName) + 1).Where(level => level > 0).ToList();
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), step => Assert.True(step.Second - step.First <= 1, $"h{step.First} is followed by h{step.Second}"));
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(SomePages.All), MemberType = typeof(SomePages))]
    public async Task A_page_sends_a_policy_under_which_nothing_foreign_can_run(string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Every_link_inside_the_directory_leads_somewhere()
    {
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in SomePages.All.Select(row => row.Data))
        {
            var page = await OpenAsync(path);
            links.UnionWith(page.QuerySelectorAll("a[href^='/en']").Select(link => link.GetAttribute("href")!));
            Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        }

        foreach (var link in links)
        {
            var page = await host.PageAsync(link);
            Assert.True(!link.Contains('#', StringComparison.Ordinal) || page.GetElementById(link.Split('#')[1]) is not null, link);
        }
    }

    private async Task<IDocument> OpenAsync(string path)
    {
        using var response = await host.Client.GetAsync(path);
        return await response.DocumentAsync();
    }
}
