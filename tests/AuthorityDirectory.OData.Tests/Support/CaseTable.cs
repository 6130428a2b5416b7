using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>Counts cases by their headings, <c># U 4.3 productions (OASIS 3)</c>: how many of the OASIS suites' they stand for, and how many of ours there are.</summary>
internal static partial class CaseTable
{
    /// <summary>The table in Markdown, a line for each heading and one with the sums.</summary>
    public static string Of(IEnumerable<string> files)
    {
        var table = new StringBuilder("| File | Section | Productions | OASIS | Ours |\n|---|---|---|---:|---:|\n");
        var (sum, ours) = (0, 0);
        foreach (var (file, section, production, oasis, cases) in files.SelectMany(Sections))
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{file}` | {section} | {production} | {oasis} | {cases} |\n");
            (sum, ours) = (sum + oasis, ours + cases);
        }
        return table.Append(CultureInfo.InvariantCulture, $"| | | **all** | **{sum}** | **{ours}** |\n").ToString();
    }

    static IEnumerable<(string File, string Section, string Production, int Oasis, int Cases)> Sections(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", file));
        var headings = Heading().Matches(text).ToList();
        Assert.DoesNotContain('⇶', text[..headings[0].Index].Split('\n').Where(line => !line.StartsWith('#')).SelectMany(line => line));
        foreach (var (index, heading) in headings.Index())
        {
            var end = index + 1 < headings.Count ? headings[index + 1].Index : text.Length;
            var cases = text[heading.Index..end].Split('\n').Count(line => !line.StartsWith('#') && line.Contains('⇶', StringComparison.Ordinal));
            yield return (file, heading.Groups["section"].Value, heading.Groups["name"].Value, int.Parse(heading.Groups["oasis"].Value, CultureInfo.InvariantCulture), cases);
        }
    }

    [GeneratedRegex(@"^# (?<section>[PUJ] [0-9., ]+) (?<name>.+) \(OASIS (?<oasis>[0-9]+)\)\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
