namespace AuthorityDirectory.Exchange.Csv;

/// <summary>A column of a seed file.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="IsKey">Whether it is part of what makes a row unique in its file.</param>
/// <param name="RefersTo">The file whose rows its values name; null when it refers to none.</param>
internal abstract record Column(string Name, bool IsKey, string? RefersTo);

/// <summary>A column whose cells are read as <typeparamref name="T"/>.</summary>
internal sealed record Column<T>(string Name, bool IsKey, string? RefersTo, CellReader<T> Read) : Column(Name, IsKey, RefersTo);

/// <summary>The columns of a file, in the order of its header.</summary>
internal sealed class Columns
{
    private readonly List<Column> _all = [];

    public IReadOnlyList<Column> All => _all;

    public Column<T> Add<T>(string name, CellReader<T> read, bool isKey = false, string? refersTo = null)
    {
        var column = new Column<T>(name, isKey, refersTo, read);
        _all.Add(column);
        return column;
    }
}
