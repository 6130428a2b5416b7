using System.Text;
using System.Text.Json;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Http;

/// <summary>Batches over the socket (Protocol 4.01, section 11.7; JSON format 4.01, section 19).</summary>
public sealed class BatchTests(CoastService coast)
{
    [Fact]
    public async Task A_JSON_batch_is_answered_request_by_request()
    {
        using var answer = await PostJson("""
            {"requests":[
              {"id":"1","method":"get","url":"Harbours('ALY')?$select=Name"},
              {"id":"two","method":"GET","url":"~/Lighthouses/$count?$filter=Height gt 40"},
              {"id":"3","method":"GET","url":"/odata/Harbours('PLY')/Name","headers":{"OData-MaxVersion":"4.01","Accept":"application/json;metadata=none"}},
              {"id":"4","method":"POST","url":"Harbours/$query","headers":{"content-type":"text/plain"},"body":"$top=1&$select=Code"},
              {"id":"5","method":"GET","url":"Keepers(1)/Since"},
              {"id":"6","method":"GET","url":"Keepers(10)/Name/$value"},
              {"id":"7","method":"HEAD","url":"Keepers"}
            ]}
            """);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
        [
            """1 200 {"@odata.context":"~/$metadata#Harbours(Name)/$entity","@odata.id":"Harbours('ALY')","Name":"Alexandria"}""",
            """two 200 "3" """.TrimEnd(),
            """3 200 {"value":"Plymouth"}""",
            """4 200 {"@odata.context":"~/$metadata#Harbours(Code)","value":[{"Code":"ALY"}]}""",
            "5 204",
            "6 200 \"Lars\"",
            "7 200",
        ], await JsonAnswers(answer));
    }

    [Fact]
    public async Task The_first_error_ends_a_batch_unless_the_client_prefers_to_go_on()
    {
        const string requests = """{"requests":[{"id":"a","method":"GET","url":"Keepers(1)/Name/$value"},{"id":"b","method":"GET","url":"Nothing"},{"id":"c","method":"GET","url":"Keepers(2)/Name/$value"},{"id":"d","method":"GET","url":"Keepers","dependsOn":["b"]}]}""";
        using var stopped = await PostJson(requests);
        Assert.Equal(["a 200", "b 404"], (await JsonAnswers(stopped)).Select(line => line[..5]));
        using var whole = await PostJson(requests, ("Prefer", "continue-on-error"));
        Assert.Equal(["a 200", "b 404", "c 200", "d 424"], (await JsonAnswers(whole)).Select(line => line[..5]));
        Assert.Equal("odata.continue-on-error=true", Assert.Single(whole.Headers.GetValues("Preference-Applied")));
        using var off = await PostJson(requests, ("Prefer", "odata.continue-on-error=false"));
        Assert.Equal(2, (await JsonAnswers(off)).Count);
    }

    [Fact]
    public async Task A_group_with_a_modification_fails_as_a_whole()
    {
        using var answer = await PostJson("""
            {"requests":[
              {"id":"1","atomicityGroup":"g","method":"GET","url":"Keepers(1)"},
              {"id":"2","atomicityGroup":"g","method":"PATCH","url":"Keepers(1)","body":{"Name":"x"}},
              {"id":"3","dependsOn":["g"],"method":"GET","url":"Keepers(1)"},
              {"id":"4","method":"GET","url":"Keepers(1)/Number"}
            ]}
            """, ("Prefer", "continue-on-error=true"));
        var answers = await JsonAnswers(answer);
        Assert.Equal(["1 424", "2 405", "3 424", "4 200"], answers.Select(line => line[..5]));
        Assert.Contains("\"allow\":\"GET, HEAD\"", await coast.Body(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$1/Name", "501 NotImplemented")]
    [InlineData("$1", "501 NotImplemented")]
    [InlineData("$9", "404 ResourceNotFound")]
    [InlineData("$batch", "400 QueryOptionNotAllowed")]
    [InlineData("https://elsewhere.example/odata/Keepers", "400 InvalidValue")]
    [InlineData("/other/Keepers", "400 InvalidValue")]
    [InlineData("Keepers?$filter=%zz", "400 SyntaxError")]
    public async Task A_request_that_cannot_be_is_refused_alone(string url, string expected)
    {
        using var answer = await PostJson($$"""{"requests":[{"id":"1","method":"GET","url":"Keepers(1)"},{"id":"2","method":"GET","url":"{{url}}"}]}""");
        var response = (await coast.Body(answer)).Split("{\"id\":\"2\"")[1];
        Assert.Equal(expected, $"{response.Split("\"status\":")[1][..3]} {response.Split("\"code\":\"")[1].Split('"')[0]}");
    }

    [Theory]
    [InlineData("", 400, "not JSON: line 1")]
    [InlineData("[]", 400, "an object with an array 'requests'")]
    [InlineData("{\"requests\":[1]}", 400, "requests[0] is not an object")]
    [InlineData("{\"requests\":[{\"method\":\"GET\",\"url\":\"x\"}]}", 400, "'id' of requests[0]")]
    [InlineData("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\"}]}", 400, "'url' of requests[0]")]
    [InlineData("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"x\"},{\"id\":\"1\",\"method\":\"GET\",\"url\":\"x\"}]}", 400, "'1' is given twice")]
    [InlineData("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"x\",\"dependsOn\":[\"2\"]},{\"id\":\"2\",\"method\":\"GET\",\"url\":\"x\"}]}", 400, "depends on '2'")]
    [InlineData("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"x\",\"if\":\"true\"}]}", 501, "use dependsOn")]
    [InlineData("{\"requests\":[{\"id\":\"\\ud800\",\"method\":\"GET\",\"url\":\"x\"}]}", 400, "half of a character")]
    [InlineData("{\"requests\":[{\"id\":\"a\\r\\nb\",\"method\":\"GET\",\"url\":\"x\"}]}", 400, "control character")]
    public async Task A_JSON_batch_that_cannot_be_read_is_refused_as_a_whole(string body, int status, string message)
    {
        using var answer = await PostJson(body);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(message, JsonSerializer.Deserialize<JsonElement>(await coast.Body(answer)).GetProperty("error").GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_requests_is_bounded_and_they_share_their_budget()
    {
        using var many = await PostJson("{\"requests\":[" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"{{\"id\":\"{i}\",\"method\":\"GET\",\"url\":\"Keepers\"}}")) + "]}");
        Assert.Equal(400, (int)many.StatusCode);
        Assert.Contains("MaxBatchRequests of this service, which is 100", await coast.Body(many), StringComparison.Ordinal);
        var service = new InProcess(Some.Coast, new() { MaxSteps = 30 });
        var one = """{"id":"#","method":"GET","url":"Lighthouses/$count?$filter=Height gt 40"}""";
        var (_, body) = service.Post("$batch", "application/json", "{\"requests\":[" + one.Replace("#", "1", StringComparison.Ordinal) + "," + one.Replace("#", "2", StringComparison.Ordinal) + "]}");
        Assert.Contains("\"status\":200", body, StringComparison.Ordinal);
        Assert.Contains("MaxSteps", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_multipart_batch_is_answered_request_by_request()
    {
        using var answer = await PostMultipart("""
            preamble
            --b
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: one

            GET Harbours('ALY')?$select=Name HTTP/1.1
            Accept: application/json;odata.metadata=none


            --b
            Content-Type: application/http

            GET /odata/Keepers(1)/Name/$value HTTP/1.1
            Host: coast.example
            --b
            Content-Type: application/http

            POST Harbours/$query HTTP/1.1
            Content-Type: text/plain

            $top=1&$select=Code
            --b--
            epilogue
            """);
        Assert.Equal("""
            --batchresponse_1
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: one

            HTTP/1.1 200 OK
            ETag: W/"*"
            OData-Version: 4.0
            Content-Type: application/json;odata.metadata=none;odata.streaming=true;IEEE754Compatible=false;charset=utf-8
            Content-Length: 21

            {"Name":"Alexandria"}
            --batchresponse_1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 200 OK
            ETag: W/"*"
            OData-Version: 4.0
            Content-Type: text/plain;charset=utf-8
            Content-Length: 9

            Sostratus
            --batchresponse_1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 200 OK
            OData-Version: 4.0
            Content-Type: application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8
            Content-Length: 89

            {"@odata.context":"~/$metadata#Harbours(Code)","value":[{"Code":"ALY"}]}
            --batchresponse_1--

            """.ReplaceLineEndings("\n"), Plain(await coast.Body(answer)));
        Assert.Equal("multipart/mixed; boundary=batchresponse_1", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_change_set_has_one_answer_that_says_what_is_allowed()
    {
        using var answer = await PostMultipart("""
            --b
            Content-Type: multipart/mixed; boundary=c

            --c
            Content-Type: application/http
            Content-ID: 1

            POST Keepers HTTP/1.1
            Content-Type: application/json

            {"Number":5}
            --c
            Content-Type: application/http
            Content-ID: 2

            DELETE $1 HTTP/1.1

            --c--
            --b
            Content-Type: application/http

            GET Keepers/$count HTTP/1.1

            --b--
            """, ("Prefer", "odata.continue-on-error"));
        var body = await coast.Body(answer);
        Assert.Equal(2, body.Split("HTTP/1.1 ").Length - 1);
        Assert.Contains("HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD", body.Replace("OData-Version: 4.0\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 200 OK", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/mixed", "--b--", 400, "needs a boundary")]
    [InlineData("multipart/mixed;boundary=b", "", 400, "closing line --b-- is missing")]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET Keepers HTTP/1.1\r\n", 400, "closing line")]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--", 400, "instead of application/http")]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nKeepers\r\n--b--", 400, "no request line")]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET Keepers HTTP/1.1\r\nAccept\r\n--b--", 400, "'Accept' is no header")]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nGET Keepers HTTP/1.1\r\n\r\n--c--\r\n--b--", 400, "let the GET stand beside")]
    [InlineData("multipart/mixed;boundary=b", "--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n--c\r\nContent-Type: multipart/mixed;boundary=d\r\n\r\n--d--\r\n--c--\r\n--b--", 400, "cannot hold another")]
    [InlineData("text/plain", "", 415, "multipart/mixed or application/json")]
    [InlineData("multipart/mixed;boundary=b", "--b--", 200, "--batchresponse_1--")]
    public async Task A_multipart_batch_that_cannot_be_read_is_refused_as_a_whole(string contentType, string body, int status, string part)
    {
        using var answer = await Post(contentType, body);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(part, await coast.Body(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("multipart/mixed", "multipart/mixed")]
    [InlineData("multipart/mixed, application/json;q=0.5", "multipart/mixed")]
    public async Task The_answer_has_the_form_of_the_batch_unless_another_is_accepted(string accept, string type)
    {
        using var answer = await PostJson("""{"requests":[{"id":"x","method":"GET","url":"Keepers"}]}""", ("Accept", accept));
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Sostratus", await coast.Body(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_text_and_no_JSON_comes_as_base64()
    {
        using var answer = await PostJson("""{"requests":[{"id":"x","method":"GET","url":"$metadata"}]}""");
        var body = JsonSerializer.Deserialize<JsonElement>(await coast.Body(answer)).GetProperty("responses")[0].GetProperty("body").GetString()!;
        Assert.StartsWith("<?xml", Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(body)), StringComparison.Ordinal);
    }

    Task<HttpResponseMessage> PostJson(string body, params (string Name, string Value)[] headers) =>
        Post("application/json", body.Replace("~/", coast.Client.BaseAddress!.AbsoluteUri, StringComparison.Ordinal), headers);

    Task<HttpResponseMessage> PostMultipart(string body, params (string Name, string Value)[] headers) =>
        Post("multipart/mixed; boundary=b", body.ReplaceLineEndings("\r\n"), headers);

    async Task<HttpResponseMessage> Post(string contentType, string body, params (string Name, string Value)[] headers)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "$batch") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return await coast.Client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    async Task<List<string>> JsonAnswers(HttpResponseMessage answer)
    {
        var body = await coast.Body(answer);
        Assert.True(answer.IsSuccessStatusCode, body);
        return [.. JsonSerializer.Deserialize<JsonElement>(body).GetProperty("responses").EnumerateArray().Select(response =>
            $"{response.GetProperty("id")} {response.GetProperty("status")} {(response.TryGetProperty("body", out var content) ? content.GetRawText() : "")}".TrimEnd())];
    }

    /// <summary>The body without what depends on the port: entity tags, and lengths of texts that hold the service root.</summary>
    static string Plain(string body)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n').Select(line => line.StartsWith("ETag", StringComparison.Ordinal) ? "ETag: W/\"*\"" : line).ToList();
        var last = lines.FindLastIndex(line => line.StartsWith("Content-Length", StringComparison.Ordinal));
        lines[last] = "Content-Length: 89";
        return string.Join('\n', lines);
    }
}
