using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Writing;

/// <summary>Sets whose entities are those of a request.</summary>
public sealed class RequestSetTests
{
    static readonly (string, string) _bo = ("Authorization", "Bearer bo");

    [Theory]
    [InlineData("Logbooks?$select=Number&$orderby=Line desc", "[3,1]")]
    [InlineData("Logbooks?$select=Number&$filter=contains(Line,'r')", "[3]")]
    [InlineData("%4cogbooks?$select=Number&$top=1", "[1]")]
    [InlineData("Logbooks?$select=Number&$filter=Number gt 1&$count=true", "[3]")]
    public async Task They_are_queried_as_all_sets_are_and_hold_what_the_caller_may_see(string request, string numbers)
    {
        await using var port = await OpenAsync();
        var value = (await port.GetAsync(request, ("Accept", "application/json;odata.metadata=none"))).Json.GetProperty("value");
        Assert.Equal(numbers, $"[{string.Join(',', value.EnumerateArray().Select(line => line.GetProperty("Number").GetInt64()))}]");
    }

    [Theory]
    [InlineData("Logbooks(1)", 200, 404)]
    [InlineData("Logbooks(2)", 404, 200)]
    [InlineData("Logbooks/1/Line", 200, 404)]
    [InlineData("$entity?$id=Logbooks(1)", 200, 404)]
    [InlineData("$entity?$id=%25%34%63ogbooks(1)", 200, 404)]
    [InlineData("Logbooks(1)/Pilot/Name", 200, 404)]
    public async Task One_is_there_for_whom_it_is_for(string request, int master, int bo)
    {
        await using var port = await OpenAsync();
        Assert.Equal((master, bo), ((await port.GetAsync(request)).Status, (await port.GetAsync(request, _bo)).Status));
    }

    [Fact]
    public async Task An_expression_of_another_set_sees_those_of_the_caller()
    {
        await using var port = await OpenAsync();
        const string request = "Pilots/$count?$filter=$root/Logbooks/any(l:l/Line eq 'calm')";
        Assert.Equal(("2", "0"), ((await port.GetAsync(request)).Body, (await port.GetAsync(request, _bo)).Body));
    }

    [Fact]
    public async Task No_cache_may_give_them_to_anybody_else()
    {
        await using var port = await OpenAsync();
        var answer = await port.GetAsync("Logbooks");
        Assert.Contains("private", answer["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("Accept, OData-MaxVersion, Prefer, Authorization, Cookie", answer["Vary"]);
        var unchanged = await port.GetAsync("Logbooks", ("If-None-Match", answer["ETag"]!));
        Assert.Equal((304, answer["Cache-Control"], answer["Vary"]), (unchanged.Status, unchanged["Cache-Control"], unchanged["Vary"]));
        Assert.Equal(answer["Vary"], (await port.GetAsync("Logbooks(2)"))["Vary"]);
        Assert.Equal(200, (await port.GetAsync("Logbooks", _bo, ("If-None-Match", answer["ETag"]!))).Status);
    }

    [Fact]
    public async Task Who_asks_for_something_else_has_nothing_looked_up()
    {
        await using var port = await OpenAsync();
        foreach (var request in new[] { "Pilots", "", "$metadata", "Arrivals('A1')" })
            Assert.Equal(200, (await port.GetAsync(request)).Status);
        Assert.Equal(0, port.Office.LookUps);
    }

    [Fact]
    public async Task An_action_is_invoked_on_what_the_caller_sees()
    {
        await using var port = await OpenAsync();
        Assert.Equal(404, (await port.PostAsync("Logbooks(1)/Strike", "{}", _bo)).Status);
        var struck = await port.PostAsync("Logbooks(1)/Strike", "{}");
        Assert.Equal((200, "(calm)"), (struck.Status, struck.Json.GetProperty("Line").GetString()));
        Assert.Equal((await port.GetAsync("Logbooks(1)"))["ETag"], struck["ETag"]);
    }

    [Fact]
    public async Task A_batch_sees_what_it_wrote()
    {
        await using var port = await OpenAsync();
        var answer = await port.PostAsync("$batch", """{"requests":[{"id":"1","method":"POST","url":"Logbooks(1)/Strike"},{"id":"2","method":"GET","url":"Logbooks(1)/Line/$value","dependsOn":["1"]}]}""");
        Assert.Contains("\"body\":\"(calm)\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("private, no-cache", answer.Body, StringComparison.Ordinal);
    }

    static async Task<PortService> OpenAsync()
    {
        var port = await PortService.OpenAsync();
        port.Office.Write("master", new Logbook(1, "calm"));
        port.Office.Write("bo", new Logbook(2, "fog"));
        port.Office.Write("master", new Logbook(3, "storm, rain"));
        return port;
    }
}
