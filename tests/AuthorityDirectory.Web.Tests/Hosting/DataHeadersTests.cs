using System.IO.Compression;
using System.Net;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>What an answer of the API tells caches, and how it travels.</summary>
public sealed class DataHeadersTests(SeededDirectory directory)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/odata/")]
    [InlineData("/odata/$metadata")]
    [InlineData("/odata/States")]
    [InlineData("/odata/States('AT')")]
    [InlineData("/odata/States/$count")]
    public async Task Anybody_may_keep_an_answer_and_asks_whether_it_is_still_so(string path)
    {
        using var first = await SendAsync(path);
        using var second = await SendAsync(path, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal("public, no-cache", Cache(first));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("public, no-cache", Cache(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task An_answer_names_every_header_on_which_it_depends()
    {
        using var response = await SendAsync("/odata/States", ("Accept-Encoding", "br"));

        Assert.Equal(["Accept", "Accept-Encoding", "Authorization", "OData-MaxVersion", "Prefer"], response.Headers.Vary.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/odata/States('ZZ')")]
    [InlineData("/odata/States?$filter=Nme")]
    public async Task An_error_is_kept_by_nobody(string path)
    {
        using var response = await SendAsync(path);

        Assert.Equal("no-store", Cache(response));
    }

    [Fact]
    public async Task An_answer_that_says_it_is_for_its_caller_is_kept_by_the_caller_alone()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.UseDataCaching();
        application.MapGet("/odata/Mine", (HttpContext http) => http.Response.Headers.CacheControl = "private, no-cache");
        await application.StartAsync(Cancellation);
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(new Uri(application.Urls.First()), "/odata/Mine"), Cancellation);

        Assert.Equal("private, no-cache", Cache(response));
    }

    [Theory]
    [InlineData("/odata/States", "br")]
    [InlineData("/odata/States", "gzip")]
    [InlineData("/odata/$metadata", "br")]
    [InlineData("/openapi/v1.json", "gzip")]
    [InlineData("/en/states", "br")]
    public async Task An_answer_is_compressed_for_who_can_read_that_and_says_the_same(string path, string encoding)
    {
        using var response = await SendAsync(path, ("Accept-Encoding", encoding));
        var sent = await response.Content.ReadAsByteArrayAsync(Cancellation);
        var plain = await directory.Client.GetByteArrayAsync(path, Cancellation);

        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Equal(plain, await ReadAsync(sent, encoding));
        Assert.True(sent.Length * 3 < plain.Length, $"{sent.Length} of {plain.Length} bytes");
    }

    private static async Task<byte[]> ReadAsync(byte[] sent, string encoding)
    {
        using var read = new MemoryStream();
        await using Stream stream = encoding == "br" ? new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress) : new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
        await stream.CopyToAsync(read, Cancellation);
        return read.ToArray();
    }

    /// <summary>As it was sent: the parsed form has an order of its own.</summary>
    private static string Cache(HttpResponseMessage response) => response.Headers.NonValidated["Cache-Control"].ToString();

    private async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await directory.Client.SendAsync(request, Cancellation);
    }
}
