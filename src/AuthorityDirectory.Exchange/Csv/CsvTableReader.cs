using AuthorityDirectory.Exchange.Tables;
using CsvHelper;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>Reads the sheet in a CSV file: UTF-8 or UTF-16, commas or semicolons. A row's number is that of the spreadsheet, so a cell of several lines counts once.</summary>
public sealed class CsvTableReader
{
    private readonly TableFaults _faults = new();
    private readonly string _name;

    private CsvTableReader(string name) => _name = name;

    /// <param name="stream">The file, from where it stands.</param>
    /// <param name="name">The sheet's name, which the file itself does not hold.</param>
    /// <param name="progress">Hears of the rows read so far.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<TableReading> ReadAsync(Stream stream, string name, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var text = CsvText.Decode(await Upload.ReadAsync(stream, cancellationToken).ConfigureAwait(false));
            return new CsvTableReader(name).Read(text, progress, cancellationToken);
        }
        catch (RefusedFileException refused)
        {
            return TableReading.Refused(refused.Fault);
        }
    }

    private TableReading Read(string text, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var sheet = new SheetBuilder(_name, _faults);
        using var reader = CsvReader.FromText(text, new()
        {
            Separator = CsvText.Separator(text),
            HasHeader = false,
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = Report,
        });
        var rows = new RowCount(progress, cancellationToken);
        for (var number = 1; reader.Read(); number++)
        {
            rows.Next();
            sheet.Add(number, Cells(reader, number));
        }

        rows.Complete();
        return new(new([sheet.Build()]), _faults.All, []);
    }

    private string[] Cells(CsvReader reader, int number)
    {
        var cells = new string[Math.Min(reader.FieldCount, TableLimits.Columns)];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = _faults.Checked(new(_name, number, index + 1), FormulaGuard.Unguard(reader.GetString(index)));
        }

        for (var index = cells.Length; index < reader.FieldCount; index++)
        {
            Require(reader.GetSpan(index).IsEmpty, new(_name, number, index + 1), $"The row has more than {TableLimits.Columns} columns.", "Remove what stands to the right of the table.");
        }

        Require(number <= TableLimits.Rows || cells.All(cell => cell.Length == 0), new(_name, number), $"The sheet has more than {TableLimits.Rows} rows.", "Send it in several files.");
        return cells;
    }

    private static void Require(bool isMet, TablePlace place, string wrong, string remedy)
    {
        if (!isMet)
        {
            throw new RefusedFileException(new(place, wrong, remedy));
        }
    }

    private void Report(CsvMalformedRecord bad) => _faults.Add(new(new(_name, (int)bad.RecordNumber), "A quotation mark stands where none may, or one is missing.", "Put the whole cell in quotation marks and double those inside it."));
}
