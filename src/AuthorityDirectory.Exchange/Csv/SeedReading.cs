using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>What came of reading a folder of seed files: its records, or everything that is wrong with it.</summary>
/// <param name="Records">Networks, channels, figures, States, authorities, memberships, in this order: what is referred to comes first. Empty when there are problems.</param>
/// <param name="Problems">By file, line and column; empty when the folder is good.</param>
public sealed record SeedReading(IReadOnlyList<DirectoryRecord> Records, IReadOnlyList<SeedProblem> Problems)
{
    /// <summary>Whether the folder can be loaded.</summary>
    public bool IsGood => Problems.Count == 0;
}
