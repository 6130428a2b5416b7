using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>Excel and Power BI as their users, replayed from a file of requests with the headers that both send.</summary>
public sealed class PowerQueryTests(SeededDirectory directory)
{
    private const string Accept = "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,"
        + "application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Cases => CaseFile.TriplesBeside("power-query.cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Somebody(string does, string asked, string comes)
    {
        using var response = await AskAsync(asked);
        var type = response.Content.Headers.ContentType?.MediaType;
        var came = $"{(int)response.StatusCode} {type} {await SizeAsync(response, asked)}".TrimEnd();

        Assert.True(comes == came, $"{does}: {came}, not {comes}");
    }

    [Fact]
    public async Task A_query_too_long_for_an_address_is_sent_as_a_batch()
    {
        var filter = string.Join(" or ", Enumerable.Range(1, 150).Select(number => $"Id eq 'AT-{number:000}'"));
        var batch = $"--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET {directory.Address}odata/Authorities?$filter={Uri.EscapeDataString(filter)} HTTP/1.1\r\nAccept: {Accept}\r\nOData-MaxVersion: 4.0\r\n\r\n\r\n--batch_1--\r\n";
        using var content = new StringContent(batch, Encoding.ASCII);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=batch_1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/odata/$batch") { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", "multipart/mixed");
        using var response = await directory.Client.SendAsync(request, Cancellation);
        var answer = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal((HttpStatusCode.OK, "multipart/mixed"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Contains("\"Id\":\"AT-001\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_reader_of_old_versions_of_Excel_is_told_that_there_is_no_Atom()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/odata/States");
        request.Headers.TryAddWithoutValidation("Accept", "application/atom+xml,application/atomsvc+xml");
        using var response = await directory.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Contains("application/json", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Request(string asked)
    {
        var address = asked.StartsWith("http", StringComparison.Ordinal) ? asked : $"/odata/{asked.Replace(" ", "%20", StringComparison.Ordinal)}";
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        request.Headers.TryAddWithoutValidation("OData-MaxVersion", "4.0");
        request.Headers.TryAddWithoutValidation("MaxDataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("User-Agent", "Microsoft.Data.Mashup");
        return request;
    }

    private async Task<HttpResponseMessage> AskAsync(string asked)
    {
        using var request = Request(asked);
        var response = await directory.Client.SendAsync(request, Cancellation);
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
        return response;
    }

    /// <summary>Entities on this page and all that follow, or the number that was asked for; nothing for anything else.</summary>
    private async Task<string> SizeAsync(HttpResponseMessage response, string asked)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        if (asked.Contains("/$count", StringComparison.Ordinal) || response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return text.Length > 0 && text.All(char.IsAsciiDigit) ? text : "";
        }

        var answer = JsonDocument.Parse(text).RootElement;
        return answer.TryGetProperty("value", out var values) ? $"{values.GetArrayLength() + await FollowingAsync(answer)}" : "";
    }

    private async Task<int> FollowingAsync(JsonElement page)
    {
        if (!page.TryGetProperty("@odata.nextLink", out var next))
        {
            return 0;
        }

        using var response = await AskAsync(next.GetString()!);
        var following = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        return following.GetProperty("value").GetArrayLength() + await FollowingAsync(following);
    }
}
