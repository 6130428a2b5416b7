using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Writing;

/// <summary>Inserts (Protocol 4.01, section 11.4.2; preferences, section 8.2.8.7).</summary>
public sealed class InsertTests
{
    const string Sirius = """{"Id":"A2","Ship":"Sirius","Day":"2026-06-01","Loads":[{"Cargo":"Timber","Tonnes":12.5,"Holds":[{"Number":1,"Seal":"x"},{"Number":2}]}]}""";

    [Fact]
    public async Task An_insert_is_answered_with_the_entity_its_place_and_its_tag_as_GET_gives_them()
    {
        await using var port = await PortService.OpenAsync();
        var created = await port.PostAsync("Arrivals", Sirius);
        var read = await port.GetAsync("Arrivals('A2')");
        Assert.Equal((201, "~/Arrivals('A2')"), (created.Status, created["Location"]));
        Assert.Equal((read.Body, read["ETag"], read["Content-Type"]), (created.Body, created["ETag"], created["Content-Type"]));
        Assert.Equal(
            """{"@odata.context":"~/$metadata#Arrivals/$entity","@odata.etag":"TAG","Id":"A2","Ship":"Sirius","Day":"2026-06-01","Draught":0,"Main":"Fish","Loads":[{"Cargo":"Timber","Tonnes":12.5,"Holds":[{"Number":1,"Seal":"x"},{"Number":2,"Seal":null}]}],"Flags":[],"Note":null,"State":"Announced","Revision":1}""",
            created.Body.Replace(created["ETag"]!.Replace("\"", "\\\"", StringComparison.Ordinal), "TAG", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_insert_can_be_sent_again_and_another_content_under_the_same_key_is_a_conflict()
    {
        await using var port = await PortService.OpenAsync();
        var first = await port.PostAsync("Arrivals", Sirius);
        var again = await port.PostAsync("Arrivals", Sirius);
        var other = await port.PostAsync("Arrivals", Sirius.Replace("Sirius", "Procyon", StringComparison.Ordinal));
        Assert.Equal((201, 200, 409), (first.Status, again.Status, other.Status));
        Assert.Equal((first.Body, first["ETag"], null), (again.Body, again["ETag"], again["Location"]));
        Assert.Equal("Conflict: A2 is announced already, as another ship.", $"{other.Error.GetProperty("code")}: {other.Error.GetProperty("message")}");
        Assert.Equal("Sirius", (await port.GetAsync("Arrivals('A2')/Ship")).Json.GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_client_may_prefer_no_body()
    {
        await using var port = await PortService.OpenAsync();
        var created = await port.PostAsync("Arrivals", Sirius, ("Prefer", "return=minimal"));
        Assert.Equal((204, "", "return=minimal"), (created.Status, created.Body, created["Preference-Applied"]));
        Assert.Equal(("~/Arrivals('A2')", "~/Arrivals('A2')"), (created["Location"], created["OData-EntityId"]));
        Assert.Equal((await port.GetAsync("Arrivals('A2')"))["ETag"], created["ETag"]);
    }

    [Fact]
    public async Task A_client_may_prefer_the_entity_and_select_from_it_in_any_form()
    {
        await using var port = await PortService.OpenAsync();
        var created = await port.PostAsync("Arrivals?$select=Ship", Sirius, ("Prefer", "return=representation"), ("OData-MaxVersion", "4.01"), ("Accept", "application/json;metadata=none"));
        Assert.Equal((201, """{"Ship":"Sirius"}""", "return=representation", "4.01"), (created.Status, created.Body, created["Preference-Applied"], created["OData-Version"]));
    }

    [Fact]
    public async Task What_was_written_is_told_even_when_what_is_selected_cannot_be_computed()
    {
        await using var port = await PortService.OpenAsync();
        var created = await port.PostAsync("Arrivals?$select=Loads($filter=1 div (Tonnes sub 12.5) eq 1)", Sirius);
        Assert.Equal((204, "~/Arrivals('A2')"), (created.Status, created["Location"]));
        Assert.Equal(200, (await port.GetAsync("Arrivals('A2')")).Status);
    }

    [Theory]
    [InlineData("Arrivals?$expand=Pilot", "", 400)]
    [InlineData("Arrivals?$select=Nothing", "", 400)]
    [InlineData("Arrivals?$filter=true", "", 400)]
    [InlineData("Arrivals?$format=xml", "", 415)]
    [InlineData("Arrivals", "text/html", 406)]
    public async Task What_the_answer_could_not_be_written_as_is_refused_before_anything_is_written(string request, string accept, int status)
    {
        await using var port = await PortService.OpenAsync();
        Assert.Equal(status, (await port.PostAsync(request, Sirius, ("Accept", accept))).Status);
        Assert.Equal(404, (await port.GetAsync("Arrivals('A2')")).Status);
    }

    [Fact]
    public async Task A_refusal_of_the_host_says_why_in_the_form_of_errors()
    {
        await using var port = await PortService.OpenAsync();
        var invalid = await port.PostAsync("Arrivals", Sirius.Replace("Sirius", "Titanic", StringComparison.Ordinal));
        Assert.Equal((400, "application/json"), (invalid.Status, invalid["Content-Type"]!.Split(';')[0]));
        Assert.Equal(["Ship Sunk: It has sunk."], invalid.Details);
        port.Office.IsClosed = true;
        var closed = await port.PostAsync("Arrivals", Sirius);
        Assert.Equal((503, "2", "Unavailable"), (closed.Status, closed["Retry-After"], closed.Error.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("POST", "Pilots", "GET, HEAD")]
    [InlineData("POST", "Arrivals('A1')", "GET, HEAD")]
    [InlineData("POST", "Arrivals('A1')/Ship", "GET, HEAD")]
    [InlineData("POST", "Logbooks", "GET, HEAD")]
    [InlineData("POST", "Unbound", "GET, HEAD")]
    [InlineData("PATCH", "Arrivals('A1')", "GET, HEAD")]
    [InlineData("DELETE", "Arrivals('A1')", "GET, HEAD")]
    [InlineData("PUT", "Arrivals", "GET, HEAD, POST")]
    [InlineData("GET", "Arrivals('A1')/Berth", "POST")]
    [InlineData("HEAD", "Arrivals/A1/Port.Berth", "POST")]
    [InlineData("DELETE", "Arrivals('A1')/Ring", "POST")]
    public async Task Other_methods_are_405_with_those_that_are_allowed(string method, string request, string allow)
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.SendAsync(method, request, method is "GET" or "HEAD" ? null : "{}");
        Assert.Equal((405, allow), (answer.Status, answer["Allow"]));
    }

    [Fact]
    public async Task Who_may_not_write_is_told_before_the_body_is_looked_at()
    {
        await using var port = await PortService.OpenAsync();
        var long_body = new string(' ', 1_000_000);
        var anonymous = await port.PostAsync("Arrivals", long_body, ("Authorization", ""), ("Content-Type", "text/plain"));
        Assert.Equal((401, "Bearer", "Unauthorized"), (anonymous.Status, anonymous["WWW-Authenticate"], anonymous.Error.GetProperty("code").GetString()));
        var known = await port.PostAsync("Arrivals", long_body);
        Assert.Equal(413, known.Status);
        Assert.Contains("MaxBodyBytes of this service, which is 20000", known.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
