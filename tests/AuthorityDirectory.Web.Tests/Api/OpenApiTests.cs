using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>The description for programs: valid, the same as <c>$metadata</c>, and true of every answer.</summary>
public sealed partial class OpenApiTests(SeededDirectory directory)
{
    private const string Path = "/openapi/v1.json";

    /// <summary>One of a set that holds nothing yet, of which no example can be given.</summary>
    private const string Empty = "/CivilAndAdministrativeFocalPoints('{Id}')";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_is_the_committed_contract()
    {
        var text = await directory.Client.GetStringAsync(Path, Cancellation);

        var steady = HeadHash().Replace(text.Replace(directory.Address.AbsoluteUri, "http://localhost:5080/", StringComparison.Ordinal), new string('0', 64));
        Verified.Equal("openapi.verified.json", steady);
    }

    [Fact]
    public async Task The_description_is_valid_OpenAPI_of_the_address_that_the_caller_used()
    {
        var read = OpenApiDocument.Parse(await directory.Client.GetStringAsync(Path, Cancellation), "json");

        Assert.Empty(read.Diagnostic!.Errors.Select(error => error.ToString()));
        Assert.Empty(read.Diagnostic.Warnings.Select(warning => warning.ToString()));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_0, read.Diagnostic.SpecificationVersion);
        Assert.Equal(new Uri(directory.Address, "/odata").ToString(), Assert.Single(read.Document!.Servers!).Url);
    }

    [Theory]
    [InlineData("one.example")]
    [InlineData("another.example")]
    public async Task The_description_is_kept_for_a_while_for_each_address(string host)
    {
        var (first, second) = (await AskAsync(host), await AskAsync(host));

        Assert.True(second.Headers.Contains("Age"));
        Assert.Equal($"http://{host}/odata", await ServerAsync(first));
        Assert.Equal($"http://{host}/odata", await ServerAsync(second));

        static async Task<string?> ServerAsync(HttpResponseMessage response) =>
            OpenApiDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation), "json").Document!.Servers![0].Url;
    }

    [Fact]
    public async Task Types_and_properties_are_those_of_the_metadata()
    {
        var schemas = (await DocumentAsync()).Components!.Schemas!;
        var metadata = XDocument.Parse(await directory.Client.GetStringAsync("/odata/$metadata", Cancellation));
        var types = metadata.Descendants().Where(element => element.Name.LocalName is "EntityType" or "ComplexType").ToList();
        var enumerations = metadata.Descendants().Where(element => element.Name.LocalName == "EnumType").ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal(Names(type, "Property", "NavigationProperty"), schemas[(string)type.Attribute("Name")!].Properties!.Keys));
        Assert.All(enumerations, type => Assert.Equal(Names(type, "Member"), schemas[(string)type.Attribute("Name")!].Enum!.Select(member => member.GetValue<string>())));

        static IEnumerable<string> Names(XElement type, params string[] kinds) =>
            type.Elements().Where(element => kinds.Contains(element.Name.LocalName)).OrderBy(element => Array.IndexOf(kinds, element.Name.LocalName)).Select(element => (string)element.Attribute("Name")!);
    }

    [Fact]
    public async Task Every_entity_of_every_set_and_what_functions_give_is_as_the_description_says()
    {
        var document = await DocumentAsync();
        var faults = new List<string>();
        var sets = document.Paths.Where(path => path.Value.Operations!.TryGetValue(HttpMethod.Get, out var get) && get.OperationId == $"list{path.Key[1..]}" || path.Key.EndsWith("()", StringComparison.Ordinal)).ToList();

        Assert.Equal(17, sets.Count);
        foreach (var (path, item) in sets)
        {
            var expand = item.Operations![HttpMethod.Get].Parameters!.Any(parameter => parameter.Name == "$expand") ? "?$expand=*" : "";
            using var answer = JsonDocument.Parse(await directory.Client.GetStringAsync($"/odata{path}{expand}", Cancellation));
            var schema = item.Operations[HttpMethod.Get].Responses!["200"].Content!["application/json"].Schema!;
            faults.AddRange(SchemaCheck.Faults(answer.RootElement, schema, path));
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_path_answers_with_its_example_values()
    {
        var paths = (await DocumentAsync()).Paths.Where(path => path.Key != Empty && path.Value.Operations!.ContainsKey(HttpMethod.Get) && !path.Key.StartsWith("/ChangeRequests(", StringComparison.Ordinal)).ToList();

        Assert.Equal(76, paths.Count);
        var unknown = paths.Where(path => path.Value.Operations![HttpMethod.Get].Parameters!.Any(key => key is { In: ParameterLocation.Path, Example: null })).ToList();
        Assert.All(unknown, path => Assert.StartsWith("/Notices(", path.Key, StringComparison.Ordinal));
        foreach (var (path, item) in paths.Except(unknown))
        {
            var operation = item.Operations![HttpMethod.Get];
            var address = operation.Parameters!.Where(parameter => parameter.In == ParameterLocation.Path)
                .Aggregate(path, (known, key) => known.Replace($"{{{key.Name}}}", key.Example!.ToString(), StringComparison.Ordinal));
            var query = string.Join('&', operation.Parameters!.Where(parameter => parameter is { In: ParameterLocation.Query, Example: not null })
                .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Example!.ToString())}"));
            using var response = await directory.Client.GetAsync($"/odata{address}?{query}", Cancellation);

            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{address}?{query} answered {await response.Content.ReadAsStringAsync(Cancellation)}");
            Assert.True(operation.Responses!.ContainsKey(((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)), address);
        }
    }

    [Fact]
    public async Task Every_example_of_what_is_posted_is_answered_as_the_description_says()
    {
        var posts = (await DocumentAsync()).Paths.Where(path => path.Value.Operations!.TryGetValue(HttpMethod.Post, out var post) && post.Security is null or { Count: 0 }).ToList();

        Assert.Equal(17, posts.Count);
        foreach (var (path, item) in posts)
        {
            var operation = item.Operations![HttpMethod.Post];
            var (type, sent) = operation.RequestBody!.Content!.First();
            using var content = new StringContent(sent.Example!.GetValueKind() == JsonValueKind.String ? sent.Example.GetValue<string>() : sent.Example.ToJsonString(), null, type);
            using var response = await directory.Client.PostAsync($"/odata{path}", content, Cancellation);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Empty(SchemaCheck.Faults(answer.RootElement, operation.Responses!["200"].Content!["application/json"].Schema!, path));
        }
    }

    [Theory]
    [InlineData("/States/$query", "text/csv", 415)]
    [InlineData("/$batch", "text/plain", 415)]
    [InlineData("/States/$query", "text/plain", 413)]
    [InlineData("/$batch", "application/json", 413)]
    public async Task What_is_posted_wrongly_is_answered_with_a_status_of_the_description(string path, string type, int status)
    {
        using var content = new StringContent(status == 413 ? new string(' ', 2 * 1024 * 1024) : "", null, type);
        using var response = await directory.Client.PostAsync($"/odata{path}", content, Cancellation);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(response.StatusCode.ToString("D"), (await DocumentAsync()).Paths[path].Operations![HttpMethod.Post].Responses!.Keys);
    }

    [Theory]
    [InlineData("/States", "maxpagesize=50", "odata.maxpagesize=50")]
    [InlineData("/States", "directory.position=1, wait=5", "directory.position=1")]
    [InlineData("/Directory", "directory.position=1, wait=5", "directory.position=1")]
    [InlineData("/$batch", "continue-on-error", "odata.continue-on-error=true")]
    [InlineData("/$batch", "directory.position=1, wait=5", "directory.position=1")]
    [InlineData("/States/$query", "maxpagesize=50", "odata.maxpagesize=50")]
    public async Task A_preference_of_the_description_is_followed(string path, string preference, string applied)
    {
        var operation = (await DocumentAsync()).Paths[path].Operations!.Single();
        using var request = new HttpRequestMessage(operation.Key, $"/odata{path}") { Headers = { { "Prefer", preference } } };
        if (operation.Key == HttpMethod.Post)
        {
            request.Content = path == "/$batch" ? new StringContent("""{"requests":[]}""", null, "application/json") : new StringContent("", null, "text/plain");
        }

        using var response = await directory.Client.SendAsync(request, Cancellation);

        var described = operation.Value.Parameters!.Single(parameter => parameter.Name == "Prefer").Description!;
        Assert.All(preference.Split(", "), one => Assert.Contains(one.Split('=')[0], described, StringComparison.Ordinal));
        Assert.Equal(applied, Assert.Single(response.Headers.GetValues("Preference-Applied")));
    }

    [Fact]
    public async Task An_error_is_shown_as_the_service_gives_it()
    {
        var responses = (await DocumentAsync()).Components!.Responses!;

        Assert.Contains("Nme", Message("BadRequest"), StringComparison.Ordinal);
        Assert.All(["NotFound", "NotImplemented", "TooManyRequests"], name => Assert.NotEmpty(Message(name)));

        string Message(string name) => responses[name].Content!["application/json"].Example!["error"]!["message"]!.GetValue<string>();
    }

    [Fact]
    public async Task Another_version_is_not_found()
    {
        using var response = await directory.Client.GetAsync("/openapi/v2.json", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { Host = host } };
        return await directory.Client.SendAsync(request, Cancellation);
    }

    private async Task<OpenApiDocument> DocumentAsync() => OpenApiDocument.Parse(await directory.Client.GetStringAsync(Path, Cancellation), "json").Document!;

    /// <summary>Salted, and so another in every directory.</summary>
    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex HeadHash();
}
