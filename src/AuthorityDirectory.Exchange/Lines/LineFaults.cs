using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>Collects what is wrong with a file, a place once: a cell that could not be read is not also said to be empty.</summary>
internal sealed class LineFaults(IReadOnlyList<TableFault> ofReading, SheetWords words)
{
    private readonly List<TableFault> _faults = [.. ofReading];
    private readonly HashSet<TablePlace> _unread = [.. ofReading.Select(fault => fault.Place).OfType<TablePlace>()];

    public int Count => _faults.Count;

    public void Add(TablePlace? place, SheetFault fault, params string[] values) => Add(place, fault.ToString(), values);

    public void Add(TablePlace place, LineKind kind, FieldFault fault) => Add(place, fault.Kind.ToString(), fault.Kind switch
    {
        FaultKind.NeedsOther => [words.Field(kind, fault.Values[0])],
        _ => fault.Values,
    });

    public void Add(TablePlace? place, string name, IReadOnlyList<string> values)
    {
        if (place is null || !_unread.Contains(place))
        {
            var (wrong, remedy) = words.Fault(name, values);
            _faults.Add(new(place, wrong, remedy));
        }
    }

    /// <summary>From above, as many as are reported.</summary>
    public IReadOnlyList<TableFault> First(Table? table)
    {
        var order = (table?.Sheets ?? []).Select((sheet, index) => (sheet.Name, index)).ToDictionary(each => each.Name, each => each.index, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. _faults.OrderBy(fault => fault.Place is { } place ? order.GetValueOrDefault(place.Sheet) : -1).ThenBy(fault => fault.Place?.Row ?? 0).ThenBy(fault => fault.Place?.Column ?? 0)
                .Take(TableLimits.Faults),
        ];
    }
}
