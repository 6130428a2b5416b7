using System.Net;
using System.Text.Json;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Safety;

/// <summary>Who reaches what: a line for every page and every operation of the API in the running application, and a column for everybody.</summary>
[Collection(nameof(SafeDirectory))]
public sealed class ReachTests(SafeDirectory directory)
{
    private static readonly Row[] Pages = Row.Of("pages.cases");

    private static readonly Row[] Operations = Row.Of("operations.cases");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> People => [.. Actors.People];

    public static TheoryData<string> Systems => [.. Actors.Systems];

    [Fact]
    public void Every_endpoint_of_the_application_has_a_line_and_every_line_an_endpoint() => Same(
        directory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct(),
        Pages.Select(row => row.Name.Trim('/')));

    [Fact]
    public async Task Every_operation_of_the_description_of_the_API_has_a_line_and_every_line_an_operation()
    {
        using var description = JsonDocument.Parse(await directory.Client.GetStringAsync("/openapi/v1.json", Token));
        var operations = description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(part => part.Name is not "parameters").Select(part => Operation(part.Name, path.Name)));

        Same(operations.Distinct(), Operations.Select(row => row.Name));
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task A_page_answers_each_person_as_the_table_says(string person)
    {
        using var client = await Actors.BrowserAsync(directory, person);
        await HoldAsync(Pages, Array.IndexOf(Actors.People, person), row => client.GetAsync(row.Example, Token));
    }

    /// <summary>A form that does not come from a page of the directory changes nothing: 400 where the page may be used, before it is known what the form says.</summary>
    [Theory]
    [MemberData(nameof(People))]
    public async Task A_form_from_elsewhere_is_refused_on_every_page(string person)
    {
        using var client = await Actors.BrowserAsync(directory, person);
        var before = await Trace.OfAsync(directory);
        foreach (var row in Pages.Where(row => row.Name.StartsWith("/{language", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, row.Example) { Content = new FormUrlEncodedContent([new("email", "x@example.org"), new("__RequestVerificationToken", "foreign")]), Headers = { { "Origin", "https://elsewhere.example" } } };
            using var answer = await client.SendAsync(request, Token);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed, $"{row.Example} answered {(int)answer.StatusCode}");
        }

        Assert.Equal(before, await Trace.OfAsync(directory));
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task An_operation_answers_each_system_as_the_table_says(string system)
    {
        using var client = await Actors.SystemAsync(directory, system);
        await HoldAsync(Operations, Array.IndexOf(Actors.Systems, system), row => client.SendAsync(Asked(row), Token));
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        using var client = await Actors.SystemAsync(directory, "Write secretariat");
        await HoldAsync(Pages, 0, row => client.GetAsync(row.Example, Token));
    }

    private static async Task HoldAsync(IEnumerable<Row> rows, int column, Func<Row, Task<HttpResponseMessage>> ask)
    {
        List<string> wrong = [];
        foreach (var row in rows)
        {
            using var answer = await ask(row);
            if ((int)answer.StatusCode != row.Statuses[column])
            {
                wrong.Add($"{row.Name}: {(int)answer.StatusCode}, not {row.Statuses[column]}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Says which lines to write and which to take away.</summary>
    private static void Same(IEnumerable<string> running, IEnumerable<string> written)
    {
        var (there, told) = (running.ToList(), written.ToList());
        Assert.True(!there.Except(told).Union(told.Except(there)).Any(), $"To write:\n{string.Join('\n', there.Except(told))}\nTo take away:\n{string.Join('\n', told.Except(there))}");
    }

    private static HttpRequestMessage Asked(Row row)
    {
        var (method, path) = (row.Example.Split(' ', 2)[0], row.Example.Split(' ', 2)[1]);
        var content = method != "POST" ? null
            : path.EndsWith("$query", StringComparison.Ordinal) ? new StringContent("$top=1", System.Text.Encoding.UTF8, "text/plain")
            : new StringContent(path.EndsWith("$batch", StringComparison.Ordinal) ? """{"requests":[]}""" : "{}", System.Text.Encoding.UTF8, "application/json");
        return new(new(method), $"/odata{path}") { Content = content };
    }

    private static string Operation(string method, string path) => $"{method.ToUpperInvariant()} {path}";

    /// <summary>A line of a table: what it is called, an example of it, and a status for each column.</summary>
    private sealed record Row(string Name, string Example, int[] Statuses)
    {
        public static Row[] Of(string file) =>
            [.. CaseFile.TriplesBeside(file).Select(row => new Row(row.Data.Item1, row.Data.Item2, [.. row.Data.Item3.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]))];
    }
}
