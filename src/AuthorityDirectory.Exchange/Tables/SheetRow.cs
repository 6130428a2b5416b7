namespace AuthorityDirectory.Exchange.Tables;

/// <summary>A row of a sheet.</summary>
/// <param name="Number">As the spreadsheet numbers it: 1 is the heading.</param>
/// <param name="Cells">A text for each column; empty when the cell is.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);
