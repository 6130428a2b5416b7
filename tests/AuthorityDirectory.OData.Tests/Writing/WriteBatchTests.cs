using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Writing;

/// <summary>Writes in batches (Protocol 4.01, section 11.7; JSON format 4.01, section 19).</summary>
public sealed class WriteBatchTests
{
    const string Sirius = """{"Id":"A2","Ship":"Sirius","Day":"2026-06-01","Loads":[{"Cargo":"Timber","Tonnes":1}]}""";

    [Fact]
    public async Task What_was_inserted_can_be_acted_on_under_its_tag_by_reference()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("$batch", $$"""
            {"requests":[
              {"id":"new","method":"POST","url":"Arrivals","body":{{Sirius}} },
              {"id":"act","method":"POST","url":"$new/Port.Berth","dependsOn":["new"],"headers":{"If-Match":"$new"},"body":{"quay":5} },
              {"id":"see","method":"GET","url":"$new/State/$value","dependsOn":["act"]},
              {"id":"all","method":"GET","url":"Arrivals/$count"}
            ]}
            """);
        Assert.Equal(["new 201", "act 200", "see 200", "all 200"], Statuses(answer));
        Assert.Contains("\"location\":\"~/Arrivals('A2')\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("\"body\":\"Berthed 5\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("\"body\":\"2\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_to_what_failed_fails_and_one_to_what_created_nothing_is_not_implemented()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("$batch", """
            {"requests":[
              {"id":"new","method":"POST","url":"Arrivals","body":{"Id":"A2"}},
              {"id":"act","method":"POST","url":"$new/Ring"},
              {"id":"get","method":"GET","url":"Arrivals('A1')"},
              {"id":"ref","method":"POST","url":"$get/Ring"}
            ]}
            """, ("Prefer", "continue-on-error"));
        Assert.Equal(["new 400", "act 424", "get 200", "ref 501"], Statuses(answer));
    }

    [Theory]
    [InlineData("""{"id":"2","atomicityGroup":"g","method":"POST","url":"Arrivals('A1')/Ring"}""")]
    [InlineData("""{"id":"2","atomicityGroup":"g","method":"GET","url":"Nothing"}""")]
    [InlineData("""{"id":"2","atomicityGroup":"g","method":"DELETE","url":"Arrivals('A1')"}""")]
    public async Task A_write_that_could_not_be_undone_shares_no_group(string second)
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("$batch", $$"""{"requests":[{"id":"1","atomicityGroup":"g","method":"POST","url":"Arrivals","body":{{Sirius}} },{{second}}]}""");
        Assert.Equal(["1 501", "2 501"], Statuses(answer));
        Assert.Contains("cannot be undone", answer.Body, StringComparison.Ordinal);
        Assert.Single(port.Office.Port.Arrivals);
    }

    [Fact]
    public async Task A_write_may_be_a_group_of_its_own()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("$batch", $$"""{"requests":[{"id":"1","atomicityGroup":"g","method":"POST","url":"Arrivals","body":{{Sirius}} },{"id":"2","dependsOn":["g"],"method":"GET","url":"$1"}]}""");
        Assert.Equal(["1 201", "2 200"], Statuses(answer));
    }

    [Fact]
    public async Task A_change_set_of_one_write_is_answered_as_a_change_set()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await Multipart(port, $"POST Arrivals HTTP/1.1\nContent-Type: application/json\n\n{Sirius}");
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("--batchresponse_1\r\nContent-Type: multipart/mixed;boundary=changesetresponse_1\r\n\r\n--changesetresponse_1\r\nContent-Type: application/http\r\n", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Content-ID: 1\r\n\r\nHTTP/1.1 201 Created\r\n", answer.Body, StringComparison.Ordinal);
        Assert.EndsWith("--changesetresponse_1--\r\n--batchresponse_1--\r\n", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_set_of_two_writes_is_not_implemented_and_writes_nothing()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await Multipart(port, $"POST Arrivals HTTP/1.1\nContent-Type: application/json\n\n{Sirius}", "POST $1/Ring HTTP/1.1\n\n");
        Assert.Equal(1, answer.Body.Split("HTTP/1.1 501").Length - 1);
        Assert.Equal(1, answer.Body.Split("HTTP/1.1 ").Length - 1);
        Assert.Single(port.Office.Port.Arrivals);
    }

    [Fact]
    public async Task Who_may_not_write_may_not_in_a_batch()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("$batch", $$"""{"requests":[{"id":"1","method":"POST","url":"Arrivals","headers":{"Authorization":"Bearer master"},"body":{{Sirius}} }]}""", ("Authorization", ""));
        Assert.Equal(["1 401"], Statuses(answer));
        Assert.Contains("\"www-authenticate\":\"Bearer\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_told_even_when_a_later_answer_is_too_long()
    {
        await using var port = await PortService.OpenAsync(new() { MaxResultBytes = 2_000 });
        var gets = string.Concat(Enumerable.Range(0, 9).Select(i => $$""",{"id":"g{{i}}","method":"GET","url":"Arrivals"}"""));
        var answer = await port.PostAsync("$batch", $$"""{"requests":[{"id":"new","method":"POST","url":"Arrivals","body":{{Sirius}} }{{gets}}]}""");
        var statuses = Statuses(answer);
        Assert.Equal(("new 201", "400"), (statuses[0], statuses[^1].Split(' ')[1]));
        Assert.Contains("MaxResultBytes", answer.Body, StringComparison.Ordinal);
    }

    static Task<Reply> Multipart(PortService port, params string[] requests)
    {
        var parts = requests.Select((request, i) => $"--c\nContent-Type: application/http\nContent-ID: {i + 1}\n\n{request}\n");
        return port.PostAsync("$batch", $"--b\nContent-Type: multipart/mixed;boundary=c\n\n{string.Concat(parts)}--c--\n--b--".ReplaceLineEndings("\r\n"), ("Content-Type", "multipart/mixed;boundary=b"));
    }

    static List<string> Statuses(Reply answer) =>
        [.. answer.Json.GetProperty("responses").EnumerateArray().Select(response => $"{response.GetProperty("id")} {response.GetProperty("status")}")];
}
