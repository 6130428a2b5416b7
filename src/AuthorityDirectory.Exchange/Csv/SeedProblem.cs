namespace AuthorityDirectory.Exchange.Csv;

/// <summary>Something in a seed file that keeps the whole folder from being loaded.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line on which the row begins, from 1 for the header; null when it concerns the file as a whole.</param>
/// <param name="Column">The name of the column; null when it concerns the row as a whole.</param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record SeedProblem(string File, int? Line, string? Column, string Wrong, string Remedy)
{
    /// <summary>Place, fault and remedy in one line, for a log or a terminal.</summary>
    public override string ToString() =>
        $"{File}{(Line is null ? "" : $", line {Line}")}{(Column is null ? "" : $", column {Column}")}: {Wrong} {Remedy}";
}
