using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>Links are built from what the operator or a known proxy says, never from what a caller claims.</summary>
public sealed class PublicAddressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_public_address_every_absolute_link_begins_with_it()
    {
        await using var host = await StartAsync("--Site:PublicUrl", "https://directory.example.org");

        var answer = await AskAsync(host, "/odata/States", ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"));

        Assert.Equal("https://directory.example.org/odata/$metadata#States", answer.GetProperty("@odata.context").GetString());
        Assert.StartsWith("https://directory.example.org/odata/States?", answer.GetProperty("@odata.nextLink").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://directory.example.org/odata", (await AskAsync(host, "/openapi/v1.json")).GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Contains("https://directory.example.org/odata/", (await host.PageAsync("/en/developers")).Text("dl.facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_proxy_says_under_which_address_it_was_asked()
    {
        await using var host = await StartAsync("--Site:TrustedProxies:0", "127.0.0.0/8");

        var answer = await AskAsync(host, "/odata/States", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "directory.example.org"));

        Assert.StartsWith("https://directory.example.org/odata/States?", answer.GetProperty("@odata.nextLink").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Site:TrustedProxies:0", "10.0.0.4")]
    [InlineData("--Site:Operator", "Nobody")]
    public async Task What_anybody_else_claims_is_not_believed(string setting, string value)
    {
        await using var host = await StartAsync(setting, value);

        var answer = await AskAsync(host, "/odata/States", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"));

        Assert.StartsWith($"{host.Address}odata/States?", answer.GetProperty("@odata.nextLink").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.0", "")]
    [InlineData("HTTP/1.1", "Host:\r\n")]
    public async Task Who_says_no_host_gets_links_to_the_address_it_reached(string version, string headers)
    {
        await using var host = await StartAsync();

        Assert.Contains($"\"@odata.context\":\"{host.Address}odata/$metadata#Networks\"", await SayAsync(host.Address, $"GET /odata/Networks {version}\r\n{headers}Connection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_no_host_gets_links_to_the_public_address_where_there_is_one()
    {
        await using var host = await StartAsync("--Site:PublicUrl", "https://directory.example.org");

        Assert.Contains("\"@odata.context\":\"https://directory.example.org/odata/$metadata#Networks\"", await SayAsync(host.Address, "GET /odata/Networks HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_behind_known_proxies_are_told_apart_through_as_many_of_them_as_there_are()
    {
        await using var host = await StartAsync("--Site:TrustedProxies:0", "127.0.0.0/8", "--Site:TrustedProxies:1", "10.0.0.4", "--Limits:RequestsPerMinute", "1");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "198.51.100.1, 10.0.0.4"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "198.51.100.2, 10.0.0.4"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(host, "198.51.100.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(host, "192.0.2.77, 198.51.100.2"));
    }

    [Fact]
    public async Task Https_is_asked_for_from_then_on_where_the_public_address_has_it()
    {
        await using var secure = await StartAsync("--Site:PublicUrl", "https://directory.example.org");
        await using var local = await StartAsync();
        using var here = await secure.Client.GetAsync("/odata/", Cancellation);
        using var there = await local.Client.GetAsync("/odata/", Cancellation);

        Assert.Equal("max-age=31536000", here.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.False(there.Headers.Contains("Strict-Transport-Security"));
    }

    /// <summary>What comes back on a socket until the server closes it.</summary>
    private static async Task<string> SayAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static async Task<DirectoryHost> StartAsync(params string[] settings)
    {
        var host = new DirectoryHost(settings);
        await host.InitializeAsync();
        return host;
    }

    private static async Task<HttpStatusCode> StatusAsync(DirectoryHost host, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/odata/") { Headers = { { "X-Forwarded-For", forwardedFor } } };
        using var response = await host.Client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static async Task<JsonElement> AskAsync(DirectoryHost host, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await host.Client.SendAsync(request, Cancellation);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }
}
