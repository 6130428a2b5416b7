using System.Text.RegularExpressions;

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>Every group of cases says which sections of the standard it is about: P for the protocol, U for URL conventions, J for the JSON format.</summary>
public sealed partial class CaseHeadingTests
{
    [Theory]
    [InlineData("abnf-paths")]
    [InlineData("abnf-literals")]
    [InlineData("abnf-expressions")]
    [InlineData("abnf-options")]
    [InlineData("abnf-headers")]
    [InlineData("abnf-not-spoken")]
    [InlineData("answers")]
    [InlineData("filter")]
    [InlineData("functions")]
    [InlineData("orderby")]
    [InlineData("syntax")]
    public async Task A_heading_names_a_section_of_the_standard(string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Cases", file + ".cases"), TestContext.Current.CancellationToken);
        var headings = Groups(lines).Where(group => group.Any(line => !line.StartsWith('#') && line.Contains('⇶', StringComparison.Ordinal))).Select(group => group[0]).ToList();

        Assert.NotEmpty(headings);
        Assert.All(headings, heading => Assert.Matches(Section(), heading));
    }

    /// <summary>The lines between empty ones.</summary>
    static IEnumerable<string[]> Groups(string[] lines) =>
        lines.Select((line, index) => (line, group: lines.Take(index).Count(before => before.Length == 0)))
            .Where(numbered => numbered.line.Length > 0).GroupBy(numbered => numbered.group, numbered => numbered.line).Select(group => group.ToArray());

    [GeneratedRegex("^# [PUJ] [0-9]+(\\.[0-9]+)*")]
    private static partial Regex Section();
}
