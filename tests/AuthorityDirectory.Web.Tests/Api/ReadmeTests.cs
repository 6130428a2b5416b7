using System.Text.Json;
using System.Text.RegularExpressions;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>What the README tells a newcomer to try answers as it says.</summary>
public sealed partial class ReadmeTests(SeededDirectory directory)
{
    public static TheoryData<string> Queries => [.. Curl().Matches(File.ReadAllText(Repository.File("README.md"))).Select(match => match.Groups[1].Value)];

    [Fact]
    public void The_README_has_six_queries_to_copy() => Assert.Equal(6, Queries.Count);

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_of_the_README_answers_with_something(string query)
    {
        using var response = await directory.Client.GetAsync(query, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode, body);
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            Assert.NotEqual(0, JsonDocument.Parse(body).RootElement.GetProperty("value").GetArrayLength());
        }
    }

    [GeneratedRegex(@"^curl -g 'http://localhost:5080(.*)'$", RegexOptions.Multiline)]
    private static partial Regex Curl();
}
