using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class ErrorPageTests(DirectoryWithEverything host)
{
    [Theory]
    [InlineData("/en/nothing")]
    [InlineData("/en/states/XX")]
    [InlineData("/en/authorities/XX-001")]
    [InlineData("/nothing")]
    public async Task What_does_not_exist_is_said_on_a_page_that_leads_on(string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var page = await response.DocumentAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(["/en/", "/en/states", "/en/search"], page.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task An_authority_that_does_not_exist_leads_to_those_of_its_State()
    {
        using var response = await host.Client.GetAsync("/en/authorities/AT-999", TestContext.Current.CancellationToken);

        Assert.NotNull((await response.DocumentAsync()).QuerySelector("main a[href='/en/states/AT']"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("BREW")]
    public async Task A_page_can_only_be_read(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/en/states/AT");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.NotEmpty((await response.DocumentAsync()).Text("h1"));
    }

    [Fact]
    public async Task A_page_can_be_asked_for_without_its_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/en/states/AT");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_fault_of_ours_is_admitted_and_shows_nothing_of_the_program()
    {
        const string Inside = "a word from inside the program";
        await using var failing = new FailingDirectory(Inside);
        await failing.InitializeAsync();
        using var response = await failing.Client.GetAsync("/en/globe", TestContext.Current.CancellationToken);
        var page = await response.DocumentAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("Something went wrong here", page.Text("h1"));
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.DoesNotContain(Inside, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    /// <summary>Cannot read its view for one page.</summary>
    private sealed class FailingDirectory(string words) : DirectoryHost("--Logging:LogLevel:Microsoft.AspNetCore", "None")
    {
        protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Services.AddScoped(provider => new CurrentView(() =>
                provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request.Path == "/en/globe"
                    ? throw new InvalidOperationException(words)
                    : provider.GetRequiredService<CurrentSnapshot>().Value, () => Audience.Public));
        }
    }
}
