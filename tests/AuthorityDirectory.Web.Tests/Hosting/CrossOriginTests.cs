using System.Net;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>What the page of another site may ask.</summary>
public sealed class CrossOriginTests(SeededDirectory directory, Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/odata/States('AT')")]
    [InlineData("/odata/States('ZZ')")]
    [InlineData("/odata/$metadata")]
    [InlineData("/openapi/v1.json")]
    public async Task Anybody_may_read_the_data_and_see_the_headers_that_go_with_it(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("ETag,OData-Version,Preference-Applied,Retry-After", response.Headers.GetValues("Access-Control-Expose-Headers").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("GET", "prefer,odata-maxversion,if-none-match", true)]
    [InlineData("GET", "authorization", false)]
    [InlineData("POST", "content-type", false)]
    [InlineData("DELETE", "accept", false)]
    public async Task Before_it_asks_a_browser_learns_what_is_allowed(string method, string headers, bool isAllowed)
    {
        using var response = await SendAsync(HttpMethod.Options, "/odata/States", ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", headers));
        var methods = Header(response, "Access-Control-Allow-Methods").Split(',');
        var known = Header(response, "Access-Control-Allow-Headers").Split(',');

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(isAllowed, methods.Contains(method) && headers.Split(',').All(header => known.Contains(header, StringComparer.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("GET", "/en/developers", null)]
    [InlineData("GET", "/health/ready", null)]
    [InlineData("POST", "/odata/States", null)]
    [InlineData("GET", "/odata/States", "Bearer secret")]
    public async Task Nothing_else_may_be_read_from_elsewhere(string method, string path, string? authorization)
    {
        using var response = await SendAsync(new(method), path, authorization is null ? [] : [("Authorization", authorization)]);

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_script_of_another_site_reads_an_answer_and_its_entity_tag_in_a_real_browser()
    {
        await using var window = await chromium.OpenAsync();

        var read = await window.Page.EvaluateAsync<string[]>(
            "async address => { const r = await fetch(address, { headers: { Prefer: 'maxpagesize=2' } }); return [r.headers.get('ETag'), (await r.json()).value[0].Code]; }",
            new Uri(directory.Address, "/odata/States").ToString());

        Assert.StartsWith("W/", read[0], StringComparison.Ordinal);
        Assert.Equal("AD", read[1]);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "Origin", "https://elsewhere.example" } } };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await directory.Client.SendAsync(request, Cancellation);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : "";
}
