namespace AuthorityDirectory.Exchange.Tables;

/// <summary>One sheet: a heading in row 1, texts below it.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Columns">From column A on.</param>
/// <param name="Rows">From above; rows in which every cell is empty are left out.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>A sheet whose rows follow the heading without a gap.</summary>
    public static Sheet Of(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        new(name, columns, [.. rows.Select((cells, index) => new SheetRow(index + 2, cells))]);

    /// <summary>The text of a cell; null when the sheet has no such column.</summary>
    public string? Text(SheetRow row, string key) => IndexOf(key) is >= 0 and var index ? row.Cells[index] : null;

    /// <summary>Where a cell stands; the row as a whole when the sheet has no such column.</summary>
    public TablePlace Place(SheetRow row, string key) => new(Name, row.Number, IndexOf(key) is >= 0 and var index ? index + 1 : null);

    private int IndexOf(string key)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Key == key)
            {
                return index;
            }
        }

        return -1;
    }
}
