using AuthorityDirectory.Exchange.Tables;
using ExcelDataReader;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Takes the sheets out of a workbook that has passed the scan.</summary>
internal sealed class XlsxSheets(IExcelDataReader reader, IReadOnlyDictionary<string, XlsxSheetScan> scans, RowCount rows)
{
    private readonly List<(Sheet Sheet, bool HasKeys, TableFaults Faults)> _tables = [];
    private readonly List<string> _names = [];

    public TableReading Read()
    {
        do
        {
            TakeSheet();
        }
        while (reader.NextResult());
        rows.Complete();
        return Answer();
    }

    private void TakeSheet()
    {
        _names.Add(reader.Name);
        if (reader.VisibleState == "visible")
        {
            ReadSheet(scans.GetValueOrDefault(reader.Name) ?? throw XlsxPackage.Broken());
        }
    }

    private void ReadSheet(XlsxSheetScan scan)
    {
        var (name, faults, hasKeys) = (reader.Name, new TableFaults(), (bool?)null);
        var sheet = new SheetBuilder(name, faults);
        while (reader.Depth < scan.LastRow && reader.Read() && reader.Depth < scan.LastRow)
        {
            rows.Next();
            var cells = Cells(scan, name, faults);
            hasKeys ??= cells.Any(cell => cell.Length > 0) ? cells.Any(SheetColumn.IsHeading) : null;
            sheet.Add(reader.Depth + 1, cells);
        }

        _tables.Add((sheet.Build(), hasKeys is true, faults));
    }

    private string[] Cells(XlsxSheetScan scan, string name, TableFaults faults)
    {
        var cells = new string[scan.LastColumn];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = index < reader.FieldCount ? Cell(scan, new(name, reader.Depth + 1, index + 1), index, faults) : "";
        }

        return cells;
    }

    private string Cell(XlsxSheetScan scan, TablePlace place, int index, TableFaults faults)
    {
        var wrong = scan.Unusable.GetValueOrDefault((reader.Depth + 1, index + 1));
        var text = wrong is null ? XlsxCell.Text(reader.GetValue(index)) : null;
        if (text is null || text.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(new(place, wrong ?? "The cell holds no text, number or date.", "Type the value itself."));
            return "";
        }

        return faults.Checked(place, text);
    }

    /// <summary>Beside sheets with keys in their headings, the others explain.</summary>
    private TableReading Answer()
    {
        var anyKeys = _tables.Any(table => table.HasKeys);
        var taken = _tables.Where(table => table.HasKeys || !anyKeys).ToList();
        var sheets = taken.Select(table => table.Sheet).ToList();
        return new(new(sheets), [.. taken.SelectMany(table => table.Faults.All).Take(TableLimits.Faults)], [.. _names.Except(sheets.Select(sheet => sheet.Name))]);
    }
}
