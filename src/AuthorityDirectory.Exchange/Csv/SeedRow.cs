namespace AuthorityDirectory.Exchange.Csv;

/// <summary>One row of a seed file, which notes what is wrong with it as its cells are read.</summary>
internal sealed class SeedRow(string file, int line, IReadOnlyDictionary<string, string> cells, ICollection<SeedProblem> problems)
{
    /// <summary>The line on which it begins.</summary>
    public int Line => line;

    public string Text(Column column) => cells[column.Name];

    /// <summary>The value of a cell; the type's default when the cell is bad.</summary>
    public T Get<T>(Column<T> column)
    {
        var cell = column.Read(Text(column));
        if (cell.Wrong is not null)
        {
            Report(column, cell.Wrong, cell.Remedy!);
        }

        return cell.Value!;
    }

    public void Report(Column column, string wrong, string remedy) =>
        problems.Add(new(file, line, column.Name, wrong, remedy));

    /// <summary>What no cell may hold, whatever its column.</summary>
    public void CheckForm(IReadOnlyList<Column> columns)
    {
        foreach (var column in columns)
        {
            if (CellForm.Check(Text(column)) is { Wrong: not null } bad)
            {
                Report(column, bad.Wrong, bad.Remedy!);
            }
        }
    }

    /// <summary>Two cells that say something only together.</summary>
    public void RequireTogether(Column first, Column second)
    {
        foreach (var (empty, filled) in new[] { (first, second), (second, first) })
        {
            if (Text(empty).Length == 0 && Text(filled).Length > 0)
            {
                Report(empty, $"The cell is empty, but {filled.Name} is not.", $"Fill {empty.Name}, or empty {filled.Name}.");
            }
        }
    }

    /// <summary>Two days of which the second cannot come before the first.</summary>
    public void RequireOrder(Column<DateOnly?> first, Column<DateOnly?> second)
    {
        if (second.Read(Text(second)).Value < first.Read(Text(first)).Value)
        {
            Report(second, $"The day {Text(second)} comes before {first.Name} {Text(first)}.", "Check both days against the source.");
        }
    }

    /// <summary>An identifier that begins with what it belongs to.</summary>
    public void RequirePrefix(Column identifier, Column owner)
    {
        if (!Text(identifier).StartsWith(Text(owner) + "-", StringComparison.Ordinal))
        {
            Report(identifier, $"\"{Text(identifier)}\" does not begin with \"{Text(owner)}-\".", $"Correct {identifier.Name} or {owner.Name}: an identifier begins with what it belongs to.");
        }
    }
}
