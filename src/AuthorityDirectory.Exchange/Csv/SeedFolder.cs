namespace AuthorityDirectory.Exchange.Csv;

/// <summary>A folder of seed files and everything that is wrong with it.</summary>
internal sealed class SeedFolder(string path)
{
    private readonly Dictionary<string, SeedTable> _tables = [];
    private readonly List<SeedProblem> _problems = [];

    /// <summary>By file, line and column.</summary>
    public IReadOnlyList<SeedProblem> Problems =>
        [.. _problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column, StringComparer.Ordinal)];

    /// <summary>What the rows of a file make, nothing when it cannot be read.</summary>
    public IReadOnlyList<T> Read<T>(SeedFile<T> file)
    {
        if (SeedTable.Read(path, file.Name, file.Columns.All, _problems) is not { } table)
        {
            return [];
        }

        _tables.Add(file.Name, table);
        return [.. table.Rows.Select(file.Make)];
    }

    /// <summary>Notes every cell that names a row which is in none of the files read; a file that could not be read is not searched.</summary>
    public void CheckReferences()
    {
        foreach (var (table, column) in _tables.Values.SelectMany(table => table.Columns.Select(column => (table, column))))
        {
            if (column.RefersTo is not null && _tables.TryGetValue(column.RefersTo, out var target))
            {
                table.CheckReferences(column, target);
            }
        }
    }
}
