using System.Net.Sockets;
using System.Text;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Http;

/// <summary>Queries in a body (URL conventions 4.01, section 4.17).</summary>
public sealed class QueryPostTests(CoastService coast)
{
    [Theory]
    [InlineData("Lighthouses/$query", "$filter=Height%20gt%2050&$select=Id", "200 {\"@odata.context\":\"~/$metadata#Lighthouses(Id)\",\"value\":[{\"Id\":\"L1\"},{\"Id\":\"L3\"}]}")]
    [InlineData("Lighthouses/$query?$select=Id", "$filter=Height+gt+99\r\n", "200 {\"@odata.context\":\"~/$metadata#Lighthouses(Id)\",\"value\":[{\"Id\":\"L1\"}]}")]
    [InlineData("Lighthouses/%24query", "$select=Id&$top=1", "200 {\"@odata.context\":\"~/$metadata#Lighthouses(Id)\",\"value\":[{\"Id\":\"L1\"}]}")]
    [InlineData("Lighthouses/$count/$query", "$filter=Height gt 40", "200 3")]
    [InlineData("Lighthouses('L2')/Harbour/$query", "$select=Name", "200 {\"@odata.context\":\"~/$metadata#Harbours(Name)/$entity\",\"@odata.id\":\"Harbours('PLY')\",\"Name\":\"Plymouth\"}")]
    [InlineData("Register/$query", "", "200 {\"@odata.context\":\"~/$metadata#Register\",\"Operator\":\"The lights' board\",\"Edition\":7}")]
    [InlineData("Lighthouses/$query?$select=Id", "$select=Name", "400 DuplicateQueryOption")]
    [InlineData("Lighthouses/$query", "$filter=Hight%20gt%2050", "400 UnknownName")]
    [InlineData("Nothing/$query", "", "404 ResourceNotFound")]
    [InlineData("$query", "", "405 MethodNotAllowed")]
    public async Task The_options_are_read_from_the_body(string request, string body, string expected)
    {
        using var answer = await Post(request, body, "text/plain");
        Assert.Equal(expected, await Short(answer));
    }

    [Theory]
    [InlineData("application/json", 415)]
    [InlineData("text/plain;charset=latin1", 415)]
    [InlineData(null, 415)]
    [InlineData("text/plain; charset=\"UTF-8\"", 200)]
    [InlineData("TEXT/plain", 200)]
    public async Task The_body_is_plain_text(string? contentType, int status)
    {
        using var answer = await Post("Lighthouses/$query", "$select=Id", contentType);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("Content-Length: 99999999999\r\n\r\n$top=1", "413")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n$top=1", "400")]
    public async Task A_body_that_is_not_as_announced_is_an_error_of_its_own(string rest, string status)
    {
        using var socket = new TcpClient(coast.Client.BaseAddress!.Host, coast.Client.BaseAddress.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /odata/Lighthouses/$query HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n{rest}"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(socket.GetStream());

        Assert.StartsWith($"HTTP/1.1 {status}", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_longer_than_a_URL_is_answered()
    {
        using var answer = await Post("Lighthouses/$query", "$top=2&$select=Id&$filter=" + string.Concat(Enumerable.Repeat("Name%20ne%20'" + new string('x', 100) + "'%20and%20", 200)) + "true", "text/plain");
        Assert.StartsWith("200 {", await Short(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_further_page_that_no_URL_can_ask_for_is_refused_rather_than_lost()
    {
        using var answer = await Post("Lighthouses/$query", "$select=Id&$filter=Name%20ne%20'" + new string('x', 8_000) + "'", "text/plain");
        Assert.Equal("400 LimitExceeded", await Short(answer));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_413()
    {
        using var answer = await Post("Lighthouses/$query", new string('x', 1024 * 1024 + 1), "text/plain");
        Assert.Equal("413 LimitExceeded", await Short(answer));
    }

    [Theory]
    [InlineData("Lighthouses/$query")]
    [InlineData("$batch")]
    public async Task Asking_by_GET_is_405(string request)
    {
        using var answer = await coast.Get(request);
        Assert.Equal("405 MethodNotAllowed", await Short(answer));
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    async Task<HttpResponseMessage> Post(string request, string body, string? contentType)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, request) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (contentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await coast.Client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    async Task<string> Short(HttpResponseMessage answer)
    {
        var body = await coast.Body(answer);
        return $"{(int)answer.StatusCode} {(answer.IsSuccessStatusCode ? body : body.Split('"')[5])}";
    }
}
