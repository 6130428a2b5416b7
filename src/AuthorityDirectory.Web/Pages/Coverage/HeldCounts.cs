using AuthorityDirectory.Coverage;

namespace AuthorityDirectory.Web.Pages.Coverage;

/// <summary>A chart and a table of what the directory itself holds.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Heading">What the rows are.</param>
/// <param name="Rows">Each with its name.</param>
public sealed record HeldCounts(string Id, string Title, string Heading, IReadOnlyList<(string Label, FunctionCoverage Count)> Rows)
{
    /// <summary>The longest bar of the chart; 0 when there is none.</summary>
    public int Longest => Rows.Select(row => Math.Max(row.Count.UnderConvention, row.Count.OtherOnly())).DefaultIfEmpty().Max();
}

/// <summary>How the page reads a count.</summary>
public static class CountedApart
{
    /// <summary>Parties with an authority under another instrument, or one that no source names, and with none under the Convention.</summary>
    public static int OtherOnly(this FunctionCoverage count) => count.UnderAnyInstrument - count.UnderConvention;
}
