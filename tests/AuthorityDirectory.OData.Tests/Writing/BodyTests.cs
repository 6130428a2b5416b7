using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Writing;

/// <summary>Bodies against what is declared (JSON format 4.01, sections 4.6, 7 and 8; details of errors, section 21.1).</summary>
public sealed class BodyTests
{
    const string Good = """{"Id":"A2","Ship":"Sirius","Day":"2026-06-01","Loads":[{"Cargo":"Timber","Tonnes":1}]}""";

    [Theory]
    [InlineData("Id", "7", "Id TypeMismatch: This has to be Edm.String, not a number.")]
    [InlineData("Id", "null", "Id MissingValue: Id is null, and has to be given.")]
    [InlineData("Id", "\"\\ud800\"", "Id InvalidValue: The text holds half of a character.")]
    [InlineData("Ship", "\"A name of twenty-four let\"", "Ship InvalidValue: The text has 25 characters; there may be 20.")]
    [InlineData("Day", "\"31.1.2026\"", "Day InvalidValue: '31.1.2026' is not a value of Edm.Date, or not one that this service can hold.")]
    [InlineData("Draught", "1.5", "Draught InvalidValue: '1.5' is not a value of Edm.Int64, or not one that this service can hold.")]
    [InlineData("Draught", "\"7\"", "Draught TypeMismatch: This has to be Edm.Int64, not a text.")]
    [InlineData("Draught", "99999999999999999999", "Draught InvalidValue: '99999999999999999999' is not a value of Edm.Int64, or not one that this service can hold.")]
    [InlineData("Draught", "true", "Draught TypeMismatch: This has to be Edm.Int64, not true.")]
    [InlineData("Main", "\"Grian\"", "Main InvalidValue: 'Grian' is not a member of Port.Cargo; did you mean Grain.")]
    [InlineData("Loads", "[]", "Loads MissingValue: Loads has to hold at least one value.")]
    [InlineData("Loads", "{}", "Loads TypeMismatch: This has to be a collection of Port.Load, not an object.")]
    [InlineData("Loads", "[null]", "Loads/0 TypeMismatch: This has to be Port.Load, not null.")]
    [InlineData("Loads", "[{\"Cargo\":\"Fish\",\"Tonnes\":1,\"Holds\":[{\"Number\":1},{\"Number\":2,\"Seal\":\"123456\"}]}]", "Loads/0/Holds/1/Seal InvalidValue: The text has 6 characters; there may be 5.")]
    [InlineData("Loads", "[{\"Cargo\":\"Fish\",\"Tonnes\":1,\"Holds\":[{\"Number\":5000000000}]}]", "Loads/0/Holds/0/Number InvalidValue: '5000000000' is not a value of Edm.Int32, or not one that this service can hold.")]
    [InlineData("Loads", "[{\"Cargo\":\"Fish\",\"Tonnes\":1,\"Tonnse\":1}]", "Loads/0/Tonnse UnknownName: Port.Load has no property 'Tonnse'; did you mean Tonnes.")]
    [InlineData("Loads", "[{\"Cargo\":\"Fish\"}]", "Loads/0/Tonnes MissingValue: Loads/0/Tonnes is missing.")]
    [InlineData("Flags", "[\"a\",1]", "Flags/1 TypeMismatch: This has to be Edm.String, not a number.")]
    [InlineData("Flags", "null", "Flags TypeMismatch: This has to be a collection of Edm.String, not null.")]
    [InlineData("Ship", "\"Vega\",\"Ship\":\"Sirius\"", "Ship DuplicateName: Ship is given twice.")]
    [InlineData("State", "\"Left\"", "State UnknownName: State is set by the service; leave it out.")]
    [InlineData("Colour", "1", "Colour UnknownName: Port.Arrival has no property 'Colour'; there are Id, Ship, Day, Draught, Main, Loads, Flags, Note.")]
    public async Task A_wrong_value_is_named_with_its_place_and_nothing_is_written(string name, string value, string fault)
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("Arrivals", With(name, value));
        Assert.Equal(400, answer.Status);
        Assert.Equal([fault], answer.Details);
        Assert.Single(port.Office.Port.Arrivals);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("Arrivals", """{"Id":1,"Day":"x","Day":"y","Loads":[{"Cargo":"Gold","Tonnes":"1"},{}],"Wind":3}""");
        Assert.Equal("The body has 9 faults; the details say which.", answer.Error.GetProperty("message").GetString());
        Assert.Equal(["Id", "Day", "Day", "Loads/0/Cargo", "Loads/0/Tonnes", "Loads/1/Cargo", "Loads/1/Tonnes", "Wind", "Ship"], answer.Details.Select(detail => detail.Split(' ')[0]));
    }

    [Fact]
    public async Task A_body_of_faults_is_not_answered_with_all_of_them()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("Arrivals", With("Flags", $"[{string.Join(',', Enumerable.Repeat("1", 5_000))}]"));
        Assert.Equal((400, 100), (answer.Status, answer.Details.Count));
    }

    [Theory]
    [InlineData("", 400, "InvalidValue", "The body has 4 faults")]
    [InlineData("{", 400, "SyntaxError", "The body is not JSON: line 1, byte 2")]
    [InlineData("[]", 400, "TypeMismatch", "This has to be Port.Arrival, not an array.")]
    [InlineData("null", 400, "TypeMismatch", "This has to be Port.Arrival, not null.")]
    [InlineData("{\"\\ud800\":1}", 400, "SyntaxError", "A name in the body holds half of a character")]
    [InlineData("{\"Pilot\":{\"Code\":\"P9\"}}", 501, "NotImplemented", "Inserting related entities along with an entity is not implemented; leave out Pilot.")]
    [InlineData("{\"Pilot@odata.bind\":\"Pilots('P1')\"}", 501, "NotImplemented", "Binding related entities is not implemented; leave out Pilot.")]
    [InlineData("{\"Pilot\":{\"@id\":\"Pilots('P1')\"}}", 501, "NotImplemented", "leave out Pilot")]
    public async Task A_body_that_is_no_such_entity_is_refused(string body, int status, string code, string message)
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("Arrivals", body);
        Assert.Equal((status, code), (answer.Status, answer.Error.GetProperty("code").GetString()));
        Assert.Contains(message, answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_ends_at_the_limit()
    {
        await using var port = await PortService.OpenAsync();
        var answer = await port.PostAsync("Arrivals", With("Note", string.Concat(Enumerable.Repeat("[", 9_000))));
        Assert.Equal(400, answer.Status);
        Assert.Contains("MaxExpressionDepth of this service, which is 50", answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/json;charset=latin1", 415)]
    [InlineData("application/json;charset=utf-8", 201)]
    [InlineData("application/json;odata.metadata=minimal;IEEE754Compatible=true", 201)]
    public async Task A_body_is_JSON_in_UTF8(string contentType, int status)
    {
        await using var port = await PortService.OpenAsync();
        Assert.Equal(status, (await port.PostAsync("Arrivals", Good, ("Content-Type", contentType))).Status);
    }

    [Fact]
    public async Task Long_and_decimal_numbers_may_be_texts_where_the_content_type_says_so()
    {
        await using var port = await PortService.OpenAsync();
        var body = With("Draught", "\"9007199254740993\"").Replace("\"Tonnes\":1", "\"Tonnes\":\"0.1\"", StringComparison.Ordinal);
        var answer = await port.PostAsync("Arrivals", body, ("Content-Type", "application/json;IEEE754Compatible=true"));
        Assert.Equal((201, 9007199254740993), (answer.Status, answer.Json.GetProperty("Draught").GetInt64()));
    }

    [Theory]
    [InlineData("\uFEFF{\"@odata.context\":\"x\",\"@odata.type\":\"#Port.Arrival\",\"Ship@odata.type\":\"#String\",\"@my.note\":{\"a\":[1]},")]
    [InlineData("{\"Note\":null,\"Draught\":null,")]
    public async Task Annotations_are_passed_over_and_null_is_the_same_as_missing(string beginning)
    {
        await using var port = await PortService.OpenAsync();
        Assert.Equal(201, (await port.PostAsync("Arrivals", beginning + Good[1..])).Status);
    }

    static string With(string name, string value)
    {
        var others = System.Text.Json.Nodes.JsonNode.Parse(Good)!.AsObject();
        others.Remove(name);
        return $"{{\"{name}\":{value},{others.ToJsonString()[1..]}";
    }
}
