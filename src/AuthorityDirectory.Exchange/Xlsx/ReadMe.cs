namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>The first sheet of a workbook, which tells people what to do with it; a reader leaves it out.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Lines">A cell each, one below the other; the first is the title.</param>
public sealed record ReadMe(string Name, IReadOnlyList<string> Lines);
