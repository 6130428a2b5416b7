namespace AuthorityDirectory.Exchange.Csv;

/// <summary>The rows of one seed file.</summary>
internal sealed class SeedTable
{
    private readonly Dictionary<string, SeedRow> _rowsByKey = new(StringComparer.Ordinal);

    private SeedTable(IReadOnlyList<Column> columns, IReadOnlyList<SeedRow> rows)
    {
        (Columns, Rows) = (columns, rows);
        var key = columns.Where(column => column.IsKey).ToList();
        foreach (var row in rows)
        {
            var name = string.Join(' ', key.Select(row.Text));
            if (!_rowsByKey.TryAdd(name, row))
            {
                row.Report(key[^1], $"\"{name}\" already stands on line {_rowsByKey[name].Line}.", "Give the row an identifier of its own, or remove it; identifiers are never used again.");
            }
        }
    }

    public IReadOnlyList<Column> Columns { get; }

    public IReadOnlyList<SeedRow> Rows { get; }

    /// <summary>The table of a file; null when the file as a whole is bad.</summary>
    public static SeedTable? Read(string folder, string file, IReadOnlyList<Column> columns, ICollection<SeedProblem> problems) =>
        SeedText.Read(folder, file, problems) is { } text && CsvRows.Read(file, text, columns, problems) is { } rows ? new(columns, rows) : null;

    public void CheckReferences(Column column, SeedTable target)
    {
        foreach (var row in Rows)
        {
            if (Cells.Words(row.Text(column)).FirstOrDefault(word => !target._rowsByKey.ContainsKey(word)) is { } unknown)
            {
                row.Report(column, $"\"{unknown}\" is not in {column.RefersTo}.", $"Correct it, or add its row to {column.RefersTo}.");
            }
        }
    }
}
