using System.Net.Http.Headers;
using System.Text.Json;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests;

/// <summary>Runs <c>Cases/abnf-*.cases</c>: the grammar of the standard, production by production.</summary>
public sealed class GrammarTests(CoastService coast)
{
    static readonly string[] _files = ["abnf-paths.cases", "abnf-literals.cases", "abnf-expressions.cases", "abnf-options.cases", "abnf-not-spoken.cases"];

    const string HeaderFile = "abnf-headers.cases";

    public static IEnumerable<TheoryDataRow<string, string, string>> Productions => _files.SelectMany(file => CaseFile.Read(file));

    public static TheoryData<string, string, string> Headers => CaseFile.Read(HeaderFile);

    [Theory]
    [MemberData(nameof(Productions))]
    public async Task What_the_grammar_of_the_standard_allows_is_answered(string at, string request, string expected)
    {
        using var answer = request.StartsWith("POST ", StringComparison.Ordinal) ? await Post(request["POST ".Length..]) : await coast.Get(request);
        var body = await coast.Body(answer);
        var status = $"{(int)answer.StatusCode}";
        // What is answered 501 needs no place: the whole of it is not there.
        var understood = (int)answer.StatusCode is >= 400 and < 501 ? status + Position(body) : expected.Contains(' ', StringComparison.Ordinal) ? $"{status} {body}" : status;
        Assert.True(expected == understood, $"{at} expects {expected}, not {understood}: {body}");
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task What_the_grammar_says_of_headers_holds(string at, string request, string expected)
    {
        var (url, header) = request.Split(" | ") is [var before, var after] ? (before, after.Split(": ", 2)) : (request, null);
        using var answer = header is [var name, var value] ? await coast.Get(url, (name, value)) : await coast.Get(url);
        var understood = expected.StartsWith('#')
            ? Context(await coast.Body(answer))
            : $"{(int)answer.StatusCode} {Header(answer, expected)}".Trim();
        Assert.Equal((at, expected), (at, understood));
    }

    [Fact]
    public void The_table_of_the_README_counts_the_cases()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        var table = CaseTable.Of([.. _files, HeaderFile]);
        Assert.True(readme.ReplaceLineEndings("\n").Contains(table, StringComparison.Ordinal), $"The table has to be:\n{table}");
    }

    async Task<HttpResponseMessage> Post(string request)
    {
        using var content = new StringContent("", new MediaTypeHeaderValue("text/plain"));
        return await coast.Client.PostAsync(Requests.Encode(request), content, TestContext.Current.CancellationToken);
    }

    static string Position(string body) =>
        Json(body).GetProperty("error").TryGetProperty("@query.position", out var position) ? $" at {position}" : "";

    static string Context(string body) => Json(body).EnumerateObject().First(member => member.Name is "@odata.context" or "@context").Value.GetString()!["~/$metadata".Length..];

    static JsonElement Json(string body) => JsonSerializer.Deserialize<JsonElement>(body);

    /// <summary>The header that a case names, as it came.</summary>
    static string Header(HttpResponseMessage answer, string expected) =>
        expected.Split(' ', 2) is [_, var rest] && rest.Split(": ")[0] is var name && answer.Headers.TryGetValues(name, out var values) ? $"{name}: {string.Join(',', values)}" : "";
}
