using System.Net;
using System.Net.Sockets;
using System.Text;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Http;

/// <summary>Headers, methods and versions (Protocol 4.01, sections 8, 9 and 11).</summary>
public sealed class ProtocolTests(CoastService coast)
{
    [Theory]
    [InlineData(null, "4.0", "@odata.context")]
    [InlineData("4.0", "4.0", "@odata.context")]
    [InlineData("4.01", "4.01", "@context")]
    [InlineData("5.0", "4.01", "@context")]
    public async Task The_payload_has_the_highest_version_that_the_client_accepts(string? accepted, string answered, string context)
    {
        using var answer = accepted is null ? await coast.Get("Harbours") : await coast.Get("Harbours", ("OData-MaxVersion", accepted));
        Assert.Equal(answered, Assert.Single(answer.Headers.GetValues("OData-Version")));
        Assert.Contains($"\"{context}\":\"~/$metadata#Harbours\"", await coast.Body(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OData-MaxVersion", "3.0")]
    [InlineData("OData-MaxVersion", "new")]
    [InlineData("OData-Version", "4.02")]
    public async Task A_version_that_is_not_spoken_is_refused(string header, string version)
    {
        using var answer = await coast.Get("Harbours", (header, version));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("UnsupportedVersion", await coast.Body(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    [InlineData("*/*", "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    [InlineData("text/html, application/*;q=0.5", "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    [InlineData("application/json;odata.metadata=full", "application/json; odata.metadata=full; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    [InlineData("application/json;metadata=none;IEEE754Compatible=true", "application/json; odata.metadata=none; odata.streaming=true; IEEE754Compatible=true; charset=utf-8")]
    [InlineData("application/json;odata=verbose, application/json;q=0.1", "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    public async Task The_form_is_what_the_client_accepts(string accept, string contentType)
    {
        using var answer = await coast.Get("Harbours", ("Accept", accept));
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("Harbours", "text/html")]
    [InlineData("Harbours", "application/json;odata=verbose")]
    [InlineData("Harbours", "application/json;q=0")]
    [InlineData("Harbours", "application/json;charset=latin1")]
    [InlineData("Harbours", "no media type")]
    [InlineData("$metadata", "text/plain")]
    [InlineData("Harbours('ALY')/Name/$value", "application/json")]
    public async Task What_cannot_be_written_as_the_client_accepts_is_406(string request, string accept)
    {
        using var answer = await coast.Get(request, ("Accept", accept));
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
    }

    [Theory]
    [InlineData("Harbours/$count", "text/plain", "text/plain; charset=utf-8")]
    [InlineData("Harbours/$count", "application/json", "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    [InlineData("$metadata", "application/json", "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    [InlineData("$metadata", "*/*", "application/xml; charset=utf-8")]
    [InlineData("$metadata", "application/json;q=1.0,application/atom+xml;q=0.8,application/xml;q=0.7", "application/xml; charset=utf-8")]
    [InlineData("$metadata", "application/json,application/xml;q=0", "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    [InlineData("$metadata?$format=json", "application/xml", "application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8")]
    public async Task A_resource_with_several_forms_takes_the_accepted_one(string request, string accept, string contentType)
    {
        using var answer = await coast.Get(request, ("Accept", accept));
        Assert.Equal((HttpStatusCode.OK, contentType), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
    }

    [Theory]
    [InlineData("POST", "Harbours", 405)]
    [InlineData("DELETE", "Harbours('ALY')", 405)]
    [InlineData("PATCH", "Nothing", 405)]
    [InlineData("POST", "Harbours/$count", 405)]
    public async Task Other_methods_are_refused(string method, string request, int status)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), request);
        using var answer = await coast.Client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 405 ? ["GET", "HEAD"] : [], answer.Content.Headers.Allow);
        Assert.StartsWith("{\"error\":{\"code\":", await coast.Body(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        using var get = await coast.Get("Harbours");
        using var message = new HttpRequestMessage(HttpMethod.Head, "Harbours");
        using var head = await coast.Client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await coast.Body(head));
    }

    [Fact]
    public async Task An_answer_that_the_client_has_is_not_sent_again()
    {
        using var first = await coast.Get("Harbours?$top=1");
        var tag = first.Headers.ETag!.ToString();
        using var same = await coast.Get("Harbours?$top=1", ("If-None-Match", "W/\"old\", " + tag));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(tag, same.Headers.ETag!.ToString());
        Assert.Empty(await coast.Body(same));
        using var other = await coast.Get("Harbours?$top=2", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_the_client_does_not_insist_on_is_an_error()
    {
        using var first = await coast.Get("Harbours?$top=1");
        using var same = await coast.Get("Harbours?$top=1", ("If-Match", first.Headers.ETag!.ToString()));
        using var any = await coast.Get("Harbours?$top=1", ("If-Match", "*"));
        using var other = await coast.Get("Harbours?$top=2", ("If-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, any.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, other.StatusCode);
        Assert.Contains("\"code\":\"PreconditionFailed\"", await coast.Body(other), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maxpagesize=2", 2, "odata.maxpagesize=2")]
    [InlineData("odata.maxpagesize=2,return=representation", 2, "odata.maxpagesize=2")]
    [InlineData("return=minimal, MaxPageSize = 5", 5, "odata.maxpagesize=5")]
    [InlineData("maxpagesize=0", 4, null)]
    [InlineData("maxpagesize=x", 4, null)]
    public async Task The_client_may_prefer_a_page_size(string prefer, int expected, string? applied)
    {
        using var answer = await coast.Get("Lighthouses?$select=Id", ("Prefer", prefer));
        Assert.Equal(expected, (await coast.Body(answer)).Split("\"Id\"").Length - 1);
        Assert.Equal(applied, answer.Headers.TryGetValues("Preference-Applied", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task A_URL_beyond_the_limit_is_414()
    {
        using var answer = await coast.Get("Harbours?x=" + new string('x', 8000));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
        Assert.Contains("MaxUrlLength of this service is 8000", await coast.Body(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/odata/Harbours?$filter=Name%20eq%20'%zz'", "HTTP/1.1 400", "two hexadecimal digits")]
    [InlineData("/odata/Harbours('A%4cY')/Name/$value", "HTTP/1.1 200", "Alexandria")]
    [InlineData("/odata/Harbours('A%2fB')", "HTTP/1.1 404", "with the key 'A/B' here")]
    [InlineData("/odata/Harbours('%ff')", "HTTP/1.1 400", "not UTF-8")]
    [InlineData("/ODATA/Harbours/%24count", "HTTP/1.1 200", "3")]
    [InlineData("/odata", "HTTP/1.1 200", "\"kind\":\"EntitySet\"")]
    [InlineData("/odata?$top=1", "HTTP/1.1 400", "$top has no meaning")]
    public async Task The_target_is_read_as_it_was_sent(string target, string status, string part)
    {
        using var socket = new TcpClient(coast.Client.BaseAddress!.Host, coast.Client.BaseAddress.Port);
        using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: coast.example\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(status, answer, StringComparison.Ordinal);
        Assert.Contains(part, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_may_be_written_as_a_plus_and_a_zone_sign_too()
    {
        Assert.Equal(["L5"], await coast.Ids("Lighthouses?$filter=Name+eq+'eastern+light'"));
        Assert.Equal(["L3"], await coast.Ids("Lighthouses?$filter=Changed+lt+2024-01-31T11:30:00+01:00"));
    }
}
