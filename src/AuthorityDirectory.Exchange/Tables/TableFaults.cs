namespace AuthorityDirectory.Exchange.Tables;

/// <summary>The faults of a file, as many as are reported.</summary>
internal sealed class TableFaults
{
    private readonly List<TableFault> _faults = [];

    public IReadOnlyList<TableFault> All => _faults;

    public void Add(TableFault fault)
    {
        if (_faults.Count < TableLimits.Faults)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Counts a cell's text against its limit; what is too long is a fault and counts as empty.</summary>
    public string Checked(TablePlace place, string text)
    {
        if (text.Length <= TableLimits.CellLength)
        {
            return text;
        }

        Add(new(place, $"The text is longer than {TableLimits.CellLength} characters.", "Shorten it."));
        return "";
    }
}
