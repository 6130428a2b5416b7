namespace AuthorityDirectory.Exchange.Tables;

/// <summary>Named sheets of text, as a spreadsheet shows them. What the texts mean is the caller's.</summary>
/// <param name="Sheets">In the order of their tabs; no two names differ by case alone.</param>
public sealed record Table(IReadOnlyList<Sheet> Sheets)
{
    /// <summary>The sheet of that name, without regard to case; null when there is none.</summary>
    public Sheet? Find(string name) => Sheets.FirstOrDefault(sheet => sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
