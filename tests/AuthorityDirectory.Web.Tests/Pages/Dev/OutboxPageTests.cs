using System.Net;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AuthorityDirectory.Web.Tests.Pages.Dev;

/// <summary>In Development letters are read on a page, by whoever sits at the machine.</summary>
public sealed class OutboxPageTests
{
    private const string Page = "/dev/outbox";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Letters_are_shown_newest_first_and_their_links_can_be_followed()
    {
        await using var host = await StartAsync();
        var empty = await host.PageAsync(Page);
        var mail = host.Services.GetRequiredService<FolderMail>();
        await mail.SendAsync("20261101-1", Post.Letter(), Cancellation);
        await mail.SendAsync("20261102-2", Post.Letter(text: "<b>Übung</b>\nSee https://example.org/a?b=1&c=2, or (http://localhost:5080/en/).\n\njavascript:alert(1)") with { Subject = "<i>Newer</i> — ß" }, Cancellation);

        var page = await host.PageAsync(Page);

        Assert.Empty(empty.QuerySelectorAll("article"));
        Assert.Equal(["<i>Newer</i> — ß", "Your link"], page.QuerySelectorAll("article h2").Select(heading => heading.Shown()));
        Assert.Equal(
            ["https://example.org/a?b=1&c=2", "http://localhost:5080/en/", "https://directory.example.org/link/secret"],
            page.QuerySelectorAll("article a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            "<b>Übung</b>\nSee https://example.org/a?b=1&c=2, or (http://localhost:5080/en/).\n\njavascript:alert(1)", page.QuerySelector("article .letter")!.TextContent);
        Assert.Equal("To focal.point@example.org, 2026-11-02 12:00:00Z", page.QuerySelector("article .hint")!.Shown());
    }

    [Fact]
    public async Task A_letter_that_is_given_to_be_sent_is_shown()
    {
        await using var host = await StartAsync();
        await host.Services.GetRequiredService<Outbox>().EnqueueAsync("link", Post.Letter(), Cancellation);
        var sender = host.Services.GetServices<IHostedService>().OfType<OutboxSender>().Single();
        await sender.SendDueAsync(Cancellation);
        await sender.StopAsync(Cancellation);

        Assert.Single((await host.PageAsync(Page)).QuerySelectorAll("article"));
    }

    [Fact]
    public async Task Nobody_keeps_a_copy_of_the_page()
    {
        await using var host = await StartAsync();
        using var response = await host.Client.GetAsync(Page, Cancellation);

        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("--environment", "Production", "--Mail:Kind", "Folder")]
    [InlineData("--environment", "Staging", "--Mail:Kind", "Folder")]
    [InlineData("--environment", "Development", "--Mail:Kind", "None")]
    public async Task Elsewhere_there_is_no_such_page(params string[] settings)
    {
        await using var host = new DirectoryHost(settings);
        await host.InitializeAsync();
        using var response = await host.Client.GetAsync(Page, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("attacker.example", HttpStatusCode.NotFound)]
    [InlineData("localhost.attacker.example", HttpStatusCode.NotFound)]
    [InlineData("192.0.2.1", HttpStatusCode.NotFound)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    public async Task A_site_whose_name_leads_to_this_machine_does_not_get_it(string name, HttpStatusCode status)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Page) { Headers = { Host = name } };
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_caller_from_elsewhere_does_not_get_it_even_through_a_proxy_on_this_machine()
    {
        await using var host = await StartAsync("--Site:TrustedProxies:0", "127.0.0.1");
        using var request = new HttpRequestMessage(HttpMethod.Get, Page) { Headers = { { "X-Forwarded-For", "192.0.2.7" } } };
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<DirectoryHost> StartAsync(params string[] settings)
    {
        var host = new DirectoryHost(["--environment", "Development", .. settings]);
        await host.InitializeAsync();
        return host;
    }
}
