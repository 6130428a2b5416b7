using System.Net;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class LanguageTests(DirectoryWithEverything host)
{
    [Theory]
    [InlineData(null)]
    [InlineData("en")]
    [InlineData("en-GB;q=0.7, fr")]
    [InlineData("ar, *;q=0.1")]
    [InlineData("nonsense;;q=x")]
    public async Task The_root_leads_to_the_home_page_in_a_complete_language(string? asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", asked);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/en/", response.Headers.Location?.OriginalString);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/ar/")]
    [InlineData("/fr/states/AT")]
    [InlineData("/EN/")]
    [InlineData("/xx/globe")]
    public async Task A_language_that_is_not_complete_has_no_pages(string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("This page does not exist", (await response.DocumentAsync()).Text("h1"));
    }
}
