namespace AuthorityDirectory.Exchange.Tables;

/// <summary>Where something stands, as a spreadsheet's user finds it.</summary>
/// <param name="Sheet">The name on the tab.</param>
/// <param name="Row">From 1, the heading; null when it concerns the sheet as a whole.</param>
/// <param name="Column">From 1, which is A; null when it concerns the row as a whole.</param>
public sealed record TablePlace(string Sheet, int? Row = null, int? Column = null)
{
    /// <summary>Such as <c>Contacts!D7</c>, <c>'Contact points'!D7</c>, <c>Contacts, row 7</c> or <c>Contacts</c>.</summary>
    public override string ToString() => (Row, Column) switch
    {
        ({ }, { }) => $"{Quoted}!{Cell}",
        ({ } row, null) => $"{Sheet}, row {row}",
        (null, { } column) => $"{Sheet}, column {Letters(column)}",
        _ => Sheet,
    };

    /// <summary>Such as <c>D7</c>; null when it concerns more than a cell.</summary>
    public string? Cell => (Row, Column) is ({ } row, { } column) ? $"{Letters(column)}{row}" : null;

    private string Quoted => Sheet.All(char.IsLetterOrDigit) ? Sheet : $"'{Sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>1 is A, 27 is AA.</summary>
    internal static string Letters(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    /// <summary>Reads D7; null when it is no place within what spreadsheets can hold.</summary>
    internal static (int Row, int Column)? ParseCell(string text)
    {
        var letters = text.TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is >= 1 and <= 3 && text.Length - letters is >= 1 and <= 7 && text.AsSpan(letters).ContainsAnyExceptInRange('0', '9') is false
            && int.Parse(text.AsSpan(letters), System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= TableLimits.LastRow and var row
            && text.Take(letters).Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) is <= TableLimits.LastColumn and var column
            ? (row, column) : null;
    }
}
