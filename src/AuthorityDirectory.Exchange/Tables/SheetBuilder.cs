namespace AuthorityDirectory.Exchange.Tables;

/// <summary>Makes a sheet out of the rows of a file, as they come.</summary>
internal sealed class SheetBuilder(string name, TableFaults faults)
{
    private readonly List<SheetRow> _rows = [];
    private List<SheetColumn> _columns = [];

    /// <summary>The first row that is not empty is the heading.</summary>
    public void Add(int number, string[] cells)
    {
        var filled = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
        if (filled > 0 && _columns.Count == 0)
        {
            TakeHeading(number, cells[..filled]);
        }
        else if (filled > 0)
        {
            TakeRow(number, cells, filled);
        }
    }

    public Sheet Build() => new(name, _columns, _rows);

    private void TakeHeading(int number, string[] cells)
    {
        _columns = [.. cells.Select(SheetColumn.Parse)];
        for (var index = 0; index < _columns.Count; index++)
        {
            if (_columns[index].Key is { Length: > 0 } key && _columns.FindIndex(column => column.Key == key) is var first && first < index)
            {
                faults.Add(new(new(name, number, index + 1), $"The heading repeats that of column {TablePlace.Letters(first + 1)}.", "Leave the headings as they were, each once."));
            }
        }
    }

    private void TakeRow(int number, string[] cells, int filled)
    {
        for (var index = 0; index < filled; index++)
        {
            if (cells[index].Length > 0 && (index >= _columns.Count || _columns[index].Key.Length == 0))
            {
                faults.Add(new(new(name, number, index + 1), "The cell stands under no heading.", "Move the text into a column that has a heading, or remove it."));
            }
        }

        _rows.Add(new(number, [.. _columns.Select((_, index) => index < cells.Length ? cells[index] : "")]));
    }
}
