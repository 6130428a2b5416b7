using System.Net;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class SearchPageTests(DirectoryWithEverything host)
{
    [Theory]
    [InlineData("poland", "/en/states/PL")]
    [InlineData("科特迪瓦", "/en/states/CI")]
    [InlineData("bundesministerium fur justiz", "/en/authorities/AT-003")]
    [InlineData("هيئة النزاهة", "/en/authorities/IQ-001")]
    [InlineData("DRCI", "/en/authorities/BR-001")]
    public async Task The_best_match_comes_first(string text, string first)
    {
        var page = await host.PageAsync($"/en/search?q={Uri.EscapeDataString(text)}");

        Assert.Equal(first, page.QuerySelector(".hits li h2 a")?.GetAttribute("href"));
        Assert.Equal(text, page.QuerySelector("#q")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Nothing_found_says_what_to_try()
    {
        var page = await host.PageAsync("/en/search?q=atlantis");

        Assert.Equal("0 results for “atlantis”", page.Text(".count"));
        Assert.Equal(3, page.QuerySelectorAll("main .plain li").Length);
    }

    [Fact]
    public async Task More_results_than_a_page_holds_are_said_to_be_the_best()
    {
        var page = await host.PageAsync("/en/search?q=a");

        Assert.StartsWith("The best 50 results", page.Text(".count"), StringComparison.Ordinal);
        Assert.Equal(50, page.QuerySelectorAll(".hits li").Length);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task A_text_has_at_most_100_characters(int length, HttpStatusCode expected)
    {
        using var response = await host.Client.GetAsync($"/en/search?q={new string('é', length)}", TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("Search", (await response.DocumentAsync()).Text("h1"));
    }

    [Fact]
    public async Task What_was_typed_is_text_and_never_markup()
    {
        var page = await host.PageAsync($"/en/search?q={Uri.EscapeDataString("\"><b id=planted>")}");

        Assert.Null(page.GetElementById("planted"));
        Assert.Contains("\"><b id=planted>", page.Text(".count"), StringComparison.Ordinal);
    }
}
