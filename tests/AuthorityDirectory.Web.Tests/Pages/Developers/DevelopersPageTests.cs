using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Developers;

public sealed class DevelopersPageTests(DirectoryWithEverything host)
{
    private const string Path = "/en/developers";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_query_that_the_page_shows_answers_with_something_and_is_not_deprecated()
    {
        var queries = (await host.PageAsync(Path)).QuerySelectorAll(".query a");

        Assert.Equal(6, queries.Length);
        foreach (var query in queries)
        {
            using var response = await host.Client.GetAsync(query.GetAttribute("href"), Cancellation);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));

            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{query.Shown()} answered {answer.RootElement}");
            Assert.NotEqual(0, answer.RootElement.GetProperty("value").GetArrayLength());
            Assert.False(response.Headers.Contains("Deprecation") || response.Headers.Contains("Sunset"), query.Shown());
        }
    }

    [Fact]
    public async Task A_query_is_shown_as_a_person_writes_it()
    {
        var queries = (await host.PageAsync(Path)).QuerySelectorAll(".query a");

        Assert.All(queries, query => Assert.Equal(Uri.UnescapeDataString(query.GetAttribute("href")!), query.Shown()));
    }

    [Fact]
    public async Task The_service_root_and_its_descriptions_are_there_to_open_and_to_paste()
    {
        var page = await host.PageAsync(Path);
        var root = new Uri(host.Address, "/odata/").ToString();

        Assert.Equal([root, $"{root}$metadata", $"{host.Address}openapi/v1.json", $"{host.Address}swagger/index.html"], page.QuerySelectorAll("dl.facts a").Select(Markup.Shown));
        Assert.All(page.QuerySelectorAll("ol code"), address => Assert.Equal(root, address.Shown()));
        foreach (var link in page.QuerySelectorAll("dl.facts a"))
        {
            using var response = await host.Client.GetAsync(link.GetAttribute("href"), Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("excel")]
    [InlineData("powerbi")]
    public async Task A_spreadsheet_takes_three_steps(string section) =>
        Assert.Equal(3, (await host.PageAsync(Path)).QuerySelectorAll($"section[aria-labelledby={section}] li").Length);

    [Fact]
    public async Task Every_table_that_a_step_names_is_an_entity_set()
    {
        var steps = string.Concat((await host.PageAsync(Path)).QuerySelectorAll("ol li").Select(Markup.Shown));

        foreach (var set in new[] { "ContactPoints", "States", "Authorities", "Designations" })
        {
            using var response = await host.Client.GetAsync($"/odata/{set}?$top=1", Cancellation);
            Assert.Contains(set, steps, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Every_limit_of_a_query_is_named_with_its_value()
    {
        var rows = (await host.PageAsync(Path)).QuerySelectorAll("section[aria-labelledby=limits] tbody tr");
        var expected = typeof(ODataLimits).GetProperties().ToDictionary(limit => limit.Name, limit => Convert.ToInt64(limit.GetValue(new ODataLimits()), CultureInfo.InvariantCulture));

        Assert.Equal(expected.Keys, rows.Select(row => row.Text("code")));
        Assert.All(rows, row => Assert.Equal(Written(row.Text("code"), expected[row.Text("code")]), row.Text(".number")));

        static string Written(string name, long value) => name == "MaxResultBytes" ? $"{value / 1024 / 1024} MB" : value.ToString("N0", English.Culture);
    }

    [Fact]
    public async Task A_query_beyond_a_limit_is_refused_by_the_name_on_the_page()
    {
        using var response = await host.Client.GetAsync("/odata/States?$orderby=Code,Code,Code,Code,Code,Code,Code,Code,Code", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("MaxOrderByCount", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_has_not_changed_is_not_sent_again()
    {
        using var first = await host.Client.GetAsync("/odata/Channels", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/odata/Channels");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_limit_of_requests_is_that_of_the_installation()
    {
        await using var limited = new LimitedDirectory();
        await limited.InitializeAsync();

        Assert.StartsWith("One address may send 120 requests a minute.", Rate(await limited.PageAsync(Path)), StringComparison.Ordinal);
        Assert.Equal("This installation does not limit the number of requests.", Rate(await host.PageAsync(Path)));

        static string Rate(IDocument page) => page.Text("section[aria-labelledby=limits] li:first-child");
    }

    [Fact]
    public async Task An_end_is_announced_by_the_two_headers_a_year_before()
    {
        var page = await host.PageAsync(Path);
        var promise = page.QuerySelector("section[aria-labelledby=promise]")!;

        Assert.Contains("less than 12 months’ notice", promise.Shown(), StringComparison.Ordinal);
        Assert.Equal(["Deprecation", "Sunset"], promise.QuerySelectorAll("code").Select(Markup.Shown));
    }

    private sealed class LimitedDirectory() : DirectoryHost("--Limits:RequestsPerMinute", "120");
}
