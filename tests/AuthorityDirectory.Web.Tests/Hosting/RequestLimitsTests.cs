using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>One request a minute, so that the second is beyond the limit.</summary>
public sealed class RequestLimitsTests : IAsyncLifetime
{
    private readonly DirectoryHost _host = new("--Limits:RequestsPerMinute", "1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Beyond_the_limit_the_answer_is_429_in_ODatas_form_and_says_how_long_to_wait()
    {
        using var first = await AskAsync("/odata/States('AT')");
        using var second = await AskAsync("/odata/States('AT')");
        var error = JsonDocument.Parse(await second.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("error");
        var seconds = int.Parse(second.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        Assert.InRange(seconds, 1, 60);
        Assert.Equal("TooManyRequests", error.GetProperty("code").GetString());
        Assert.Contains($"again in {seconds} s", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("4.0", second.Headers.GetValues("OData-Version").Single());
        Assert.Equal("no-store", second.Headers.CacheControl!.ToString());
        Assert.Equal("*", second.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task A_page_beyond_the_limit_is_a_sentence_with_the_same_header()
    {
        using var first = await AskAsync("/en/");
        using var second = await AskAsync("/en/");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.True(second.Headers.Contains("Retry-After"));
        Assert.StartsWith("Too many requests", await second.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invented_token_has_no_limit_of_its_own()
    {
        using var anonymous = await AskAsync("/odata/");
        using var one = await AskAsync("/odata/", "one");
        using var another = await AskAsync("/odata/", "another");

        Assert.Equal([200, 429, 429], new[] { anonymous, one, another }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task Probes_are_never_refused()
    {
        for (var i = 0; i < 3; i++)
        {
            using var response = await AskAsync("/health/live");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://elsewhere.example" } } };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await _host.Client.SendAsync(request, Cancellation);
    }
}
