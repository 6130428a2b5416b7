using System.Text.RegularExpressions;

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>Every group of cases says which sections of the standard it is about: P for the protocol, U for URL conventions, J for the JSON format.</summary>
public sealed partial class CaseHeadingTests
{
    [Theory]
    [InlineData("abnf")]
    [InlineData("abnf-not-spoken")]
    [InlineData("answers")]
    [InlineData("filter")]
    [InlineData("functions")]
    [InlineData("orderby")]
    [InlineData("syntax")]
    public async Task A_heading_names_a_section_of_the_standard(string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Cases", file + ".cases"), TestContext.Current.CancellationToken);
        var headings = lines.Zip(lines.Skip(1)).Where(pair => pair.First.StartsWith('#') && pair.Second.Contains('⇶', StringComparison.Ordinal)).Select(pair => pair.First).ToList();

        Assert.NotEmpty(headings);
        Assert.All(headings, heading => Assert.Matches(Section(), heading));
    }

    [GeneratedRegex("^# [PUJ] [0-9]+(\\.[0-9]+)*")]
    private static partial Regex Section();
}
