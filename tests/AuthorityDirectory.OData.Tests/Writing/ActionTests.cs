using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Writing;

/// <summary>Bound actions (Protocol 4.01, section 11.5.5; URL conventions 4.01, section 4.5) under conditions (Protocol 4.01, sections 8.2.4 and 11.4.1.1; RFC 6585, section 3).</summary>
public sealed class ActionTests
{
    [Theory]
    [InlineData("Arrivals('A1')/Port.Berth")]
    [InlineData("Arrivals('A1')/Berth")]
    [InlineData("Arrivals/A1/Berth")]
    [InlineData("Arrivals(Id='A1')/Port.Arrival/Port.Berth")]
    public async Task An_action_answers_with_the_entity_as_it_is_then(string request)
    {
        await using var port = await PortService.OpenAsync();
        var before = await port.GetAsync("Arrivals('A1')");
        var done = await port.PostAsync(request, """{"quay":3,"remark":"deep","marks":["x","y"]}""", ("If-Match", before["ETag"]!));
        var after = await port.GetAsync("Arrivals('A1')");
        Assert.Equal((200, after.Body, after["ETag"]), (done.Status, done.Body, done["ETag"]));
        Assert.NotEqual(before["ETag"], after["ETag"]);
        Assert.Equal(("Berthed 3", "deep", 2), (done.Json.GetProperty("State").GetString(), done.Json.GetProperty("Note").GetString(), done.Json.GetProperty("Flags").GetArrayLength()));
    }

    [Theory]
    [InlineData("", 428, "PreconditionRequired")]
    [InlineData("W/\"0123456789abcdef\"", 412, "PreconditionFailed")]
    [InlineData("W/\"0123456789abcdef\", \"nothing\"", 412, "PreconditionFailed")]
    public async Task Without_the_right_condition_nothing_is_changed(string condition, int status, string code)
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("Arrivals('A1')/Berth", """{"quay":3}""", ("If-Match", condition));
        Assert.Equal((status, code, "If-Match"), (answer.Status, answer.Error.GetProperty("code").GetString(), answer.Error.GetProperty("target").GetString()));
        Assert.Contains("If-Match", answer.Body, StringComparison.Ordinal);
        Assert.Equal(1, port.Office.Port.Arrivals[0].Revision);
    }

    [Theory]
    [InlineData("Arrivals('A1')")]
    [InlineData("Arrivals('A1')?$select=Ship")]
    [InlineData("Arrivals('A1')?$expand=Pilot")]
    public async Task The_tag_of_any_answer_that_showed_the_entity_is_a_condition(string request)
    {
        await using var port = await PortService.OpenAsync();
        var tag = (await port.GetAsync(request, ("Accept", "application/json;odata.metadata=full")))["ETag"]!;
        Assert.Equal(200, (await port.PostAsync("Arrivals('A1')/Berth", """{"quay":3}""", ("If-Match", $"\"else\", {tag}"))).Status);
        Assert.Equal(412, (await port.PostAsync("Arrivals('A1')/Berth", """{"quay":4}""", ("If-Match", tag))).Status);
    }

    [Fact]
    public async Task Each_entity_of_a_list_carries_the_tag_that_it_has_alone()
    {
        await using var port = await PortService.OpenAsync();
        var listed = (await port.GetAsync("Arrivals?$select=Ship")).Json.GetProperty("value")[0].GetProperty("@odata.etag").GetString();
        Assert.Equal((await port.GetAsync("Arrivals('A1')"))["ETag"], listed);
        Assert.DoesNotContain("etag", (await port.GetAsync("Arrivals", ("Accept", "application/json;odata.metadata=none"))).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("etag", (await port.GetAsync("Pilots")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_a_shape_of_its_own_has_a_tag_of_its_own()
    {
        await using var port = await PortService.OpenAsync();
        var tags = new List<string?>();
        foreach (var request in new[] { "Arrivals('A1')", "Arrivals('A1')?$select=Ship", "Arrivals('A1')?$select=Day", "Arrivals('A1')?$expand=Pilot" })
            tags.Add((await port.GetAsync(request))["ETag"]);
        Assert.Equal(4, tags.Distinct().Count());
        Assert.Equal(304, (await port.GetAsync("Arrivals('A1')?$select=Day", ("If-None-Match", tags[2]!))).Status);
        Assert.Equal(200, (await port.GetAsync("Arrivals('A1')?$select=Ship", ("If-None-Match", tags[2]!))).Status);
    }

    [Fact]
    public async Task A_change_between_the_check_and_the_write_is_caught_where_the_client_insists()
    {
        await using var port = await PortService.OpenAsync();
        var tag = (await port.GetAsync("Arrivals('A1')"))["ETag"]!;
        port.Office.BeforeWrite = () => port.Office.Put(port.Office.Port.Arrivals[0] with { Revision = 9 });
        var exact = await port.PostAsync("Arrivals('A1')/Berth", """{"quay":3}""", ("If-Match", tag));
        Assert.Equal((412, "Somebody was faster."), (exact.Status, exact.Error.GetProperty("message").GetString()));
        Assert.Equal(200, (await port.PostAsync("Arrivals('A1')/Berth", """{"quay":3}""", ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task An_action_without_an_answer_needs_neither_body_nor_condition()
    {
        await using var port = await PortService.OpenAsync();
        var empty = await port.SendAsync("POST", "Arrivals('A1')/Ring", null);
        Assert.Equal((204, ""), (empty.Status, empty.Body));
        Assert.Equal(204, (await port.PostAsync("Arrivals('A1')/Ring", "{}")).Status);
        Assert.Equal(412, (await port.PostAsync("Arrivals('A1')/Ring", "{}", ("If-Match", "\"other\""))).Status);
        Assert.Equal(400, (await port.PostAsync("Arrivals('A1')/Ring?$select=Ship", "{}")).Status);
        port.Office.Put(port.Office.Port.Arrivals[0] with { State = "Left" });
        Assert.Equal(409, (await port.PostAsync("Arrivals('A1')/Ring", "{}")).Status);
    }

    [Fact]
    public async Task Parameters_are_checked_as_bodies_are()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("Arrivals('A1')/Berth", """{"quai":3,"remark":"eleven char","marks":[null]}""", ("If-Match", "*"));
        Assert.Equal(
        [
            "quai UnknownName: There is no parameter 'quai'; did you mean quay.",
            "remark InvalidValue: The text has 11 characters; there may be 10.",
            "marks/0 TypeMismatch: This has to be Edm.String, not null.",
            "quay MissingValue: quay is missing.",
        ], answer.Details);
    }

    [Fact]
    public async Task The_caller_the_entity_the_condition_and_the_body_are_checked_in_this_order()
    {
        await using var port = await PortService.OpenAsync();
        Assert.Equal(401, (await port.PostAsync("Arrivals('none')/Berth", "[", ("Authorization", ""))).Status);
        var other = await port.PostAsync("Arrivals('none')/Berth", "[", ("Authorization", "Bearer mate"));
        Assert.Equal((403, "mate is not the harbourmaster."), (other.Status, other.Error.GetProperty("message").GetString()));
        Assert.Equal(404, (await port.PostAsync("Arrivals('none')/Berth", "[")).Status);
        Assert.Equal(428, (await port.PostAsync("Arrivals('A1')/Berth", "[")).Status);
        Assert.Equal(415, (await port.PostAsync("Arrivals('A1')/Berth", "[", ("If-Match", "*"), ("Content-Type", "text/plain"))).Status);
        Assert.Equal(400, (await port.PostAsync("Arrivals('A1')/Berth", "[", ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task A_client_may_prefer_no_body()
    {
        await using var port = await PortService.OpenAsync();
        var done = await port.PostAsync("Arrivals('A1')/Berth", """{"quay":3}""", ("If-Match", "*"), ("Prefer", "return=minimal"));
        Assert.Equal((204, "return=minimal", (await port.GetAsync("Arrivals('A1')"))["ETag"]), (done.Status, done["Preference-Applied"], done["ETag"]));
    }
}
