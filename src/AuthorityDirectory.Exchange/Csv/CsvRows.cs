using CsvHelper;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>Cuts the text of a seed file into rows (RFC 4180, one line a row).</summary>
internal sealed class CsvRows(string file, IReadOnlyList<Column> columns, ICollection<SeedProblem> problems)
{
    /// <summary>The rows that have a cell for each column; null when the header is bad.</summary>
    public static List<SeedRow>? Read(string file, string text, IReadOnlyList<Column> columns, ICollection<SeedProblem> problems) =>
        new CsvRows(file, columns, problems).Read(text);

    private List<SeedRow>? Read(string text)
    {
        using var reader = CsvReader.FromText(text, new()
        {
            Separator = ',',
            SkipEmptyLines = false,
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = Report,
        });
        return HeaderIsGood(reader.Headers) ? [.. Rows(reader)] : null;
    }

    private IEnumerable<SeedRow> Rows(CsvReader reader)
    {
        while (reader.Read())
        {
            var cells = columns.ToDictionary(column => column.Name, column => reader.GetString(column.Name), StringComparer.Ordinal);
            var row = new SeedRow(file, (int)reader.LineNumber, cells, problems);
            row.CheckForm(columns);
            yield return row;
        }
    }

    private bool HeaderIsGood(IReadOnlyList<string> header)
    {
        var names = columns.Select(column => column.Name).ToList();
        var missing = names.Except(header).ToList();
        var unknown = header.Except(names).ToList();
        var repeated = header.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        var remedy = $"The first line of the file is: {string.Join(',', names)}";
        missing.ForEach(name => problems.Add(new(file, 1, name, "The header does not name this column.", remedy)));
        unknown.ForEach(name => problems.Add(new(file, 1, name, "The header names a column that the file does not have.", remedy)));
        repeated.ForEach(name => problems.Add(new(file, 1, name, "The header names this column more than once.", remedy)));
        return missing.Count + unknown.Count + repeated.Count == 0;
    }

    private void Report(CsvMalformedRecord bad)
    {
        var (wrong, remedy) = bad.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => ($"The row does not have {columns.Count} cells.", "Put a cell that holds a comma in quotation marks, add the missing commas, or remove an empty line."),
            CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote => ("The line ends inside quotation marks.", "Close them; a cell holds no line break, several texts are separated by |."),
            _ => ("A quotation mark stands where none may.", "Put the whole cell in quotation marks and double those inside it."),
        };
        problems.Add(new(file, (int)bad.LineNumber, null, wrong, remedy));
    }
}
