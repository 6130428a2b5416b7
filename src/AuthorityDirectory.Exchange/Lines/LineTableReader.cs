using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>Compares a table that came back with the directory as it is: what each row would change, or everything that is wrong. It changes nothing.</summary>
/// <remarks>A sheet, column or row that is missing changes nothing. The same rules check the changes as check those of a form.</remarks>
public sealed class LineTableReader
{
    private readonly DirectoryView _view;
    private readonly LineFaults _faults;
    private readonly LineTargets _targets;
    private readonly LineTexts _texts;

    private LineTableReader(DirectoryView view, IReadOnlyList<StateEntry> states, IReadOnlyList<SheetWords> languages, TableReading reading)
    {
        _view = view;
        _faults = new(reading.Faults, languages[0]);
        _targets = new(states, _faults);
        _texts = new(languages[0], new(languages), _faults);
    }

    /// <summary>Compares.</summary>
    /// <param name="reading">What the file holds.</param>
    /// <param name="view">What the Secretariat sees.</param>
    /// <param name="states">Those of its States that the file may change.</param>
    /// <param name="languages">The language of the answer first, then the others in which labels may stand.</param>
    /// <param name="progress">Hears of the rows compared so far.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    public static LineReading Read(
        TableReading reading, DirectoryView view, IReadOnlyList<StateEntry> states, IReadOnlyList<SheetWords> languages, IProgress<int>? progress, CancellationToken cancellationToken) =>
        new LineTableReader(view, states, languages, reading).Read(reading.Table, new(progress, cancellationToken));

    private LineReading Read(Table? table, RowCount count)
    {
        IReadOnlyList<LineRow> rows = table is null ? [] : [.. RowsOf(table)];
        _targets.Announce(rows);
        var changes = new List<(LineRow Row, string State, LineChange Change)>();
        foreach (var row in rows)
        {
            count.Next();
            if (_targets.Of(row) is { } target && _texts.Change(row, target) is { } change)
            {
                changes.Add((row, target.StateCode, change));
            }
        }

        count.Complete();
        foreach (var ofState in changes.GroupBy(change => change.State))
        {
            Check(ofState.Key, [.. ofState.Select(each => (each.Row, each.Change))]);
        }

        return new(_faults.Count > 0 ? [] : [.. changes.Select(each => new RowChange(each.Row.Place, each.State, each.Change))], _faults.First(table), _faults.Count, rows.Count);
    }

    private IEnumerable<LineRow> RowsOf(Table table)
    {
        var sheets = table.Sheets.Where(sheet => sheet.Columns.Count > 0).ToList();
        if (sheets.Count == 0 && _faults.Count == 0)
        {
            _faults.Add(null, SheetFault.NoSheet);
        }

        return sheets.SelectMany(RowsOf);
    }

    private IEnumerable<LineRow> RowsOf(Sheet sheet)
    {
        if (LineColumns.KindOf(sheet) is not { } kind)
        {
            _faults.Add(new(sheet.Name), SheetFault.UnknownSheet, string.Join(", ", LineColumns.Kinds.Select(each => $"[{each.Key}]")));
            return [];
        }

        foreach (var (column, index) in sheet.Columns.Select((column, index) => (column, index)).Where(each => each.column.Key.Length > 0 && !LineColumns.IsKnown(kind, each.column.Key)))
        {
            _faults.Add(new(sheet.Name, 1, index + 1), SheetFault.UnknownColumn, column.Label);
        }

        return sheet.Rows.Select(row => new LineRow(kind, sheet, row));
    }

    private void Check(string state, IReadOnlyList<(LineRow Row, LineChange Change)> changes)
    {
        if (changes.Count > RequestCheck.MostChanges)
        {
            _faults.Add(null, SheetFault.TooMany, state, $"{RequestCheck.MostChanges}");
            return;
        }

        var rows = changes.ToDictionary(each => each.Change.LineId, each => each.Row, StringComparer.Ordinal);
        var request = new ChangeRequest { Id = "spreadsheet", StateCode = state, Changes = [.. changes.Select(each => each.Change).Where(change => !IsOfNew(change) || rows.ContainsKey(change.RecordId))] };
        foreach (var fault in RequestEffect.Of(request, _view).Faults)
        {
            var row = rows[fault.LineId];
            _faults.Add(fault.Field is null ? row.Place : row.At(fault.Field), row.Kind, fault);
        }
    }

    /// <summary>Whether a line is of an authority that the file adds. When the row of that one has a fault of its own, the line is not blamed for it.</summary>
    private static bool IsOfNew(LineChange change) => LineColumns.IsOfAuthority(change.Kind) && change.RecordId.StartsWith("new", StringComparison.Ordinal);
}
