namespace AuthorityDirectory.Exchange.Csv;

/// <summary>Reads the text of one cell.</summary>
internal delegate Cell<T> CellReader<T>(string text);

/// <summary>A cell as read: its value, or what is wrong with it and what to do.</summary>
internal readonly record struct Cell<T>(T? Value, string? Wrong, string? Remedy)
{
    public Cell(T? value)
        : this(value, null, null)
    {
    }

    public static Cell<T> Bad(string wrong, string remedy) => new(default, wrong, remedy);
}
