using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>A figure as somebody published it: how many States or authorities, at a date. Never mixed with the directory's own counts.</summary>
public sealed record CoverageFigure : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Id;

    /// <summary>Measure code, dash, date as known: <c>mla-2021-08</c>; without a date the measure code alone.</summary>
    public required string Id { get; init; }

    /// <summary>What was counted.</summary>
    public required CoverageMeasure Measure { get; init; }

    /// <summary>Number of States; null when the source gives none.</summary>
    public int? States { get; init; }

    /// <summary>Number of authorities; null when the source gives none.</summary>
    public int? Authorities { get; init; }

    /// <summary>The document, by its symbol where it has one; its date is the figure's.</summary>
    public required Source Source { get; init; }
}
