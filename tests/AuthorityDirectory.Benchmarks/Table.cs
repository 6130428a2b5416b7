namespace AuthorityDirectory.Benchmarks;

/// <summary>A table as README has it, with a line above that says what it was measured on.</summary>
internal sealed class Table(params string[] head)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print(string title)
    {
        Console.WriteLine($"\n{title} {Machine.Description} Median of {Measured.Times} (least-greatest).\n");
        Console.WriteLine(Line(head));
        Console.WriteLine(Line(head.Select((_, index) => index == 0 ? "---" : "---:")));
        _rows.ForEach(row => Console.WriteLine(Line(row)));
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
