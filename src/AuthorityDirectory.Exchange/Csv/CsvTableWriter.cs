using AuthorityDirectory.Exchange.Tables;
using CsvHelper;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>Writes one sheet as CSV: commas, UTF-8 with the byte order mark by which Excel knows it, nothing that a spreadsheet would execute.</summary>
public static class CsvTableWriter
{
    private static readonly CsvWriterOptions Form = new() { Separator = ',', NewLine = "\r\n", WriteByteOrderMark = true };

    /// <exception cref="ArgumentException">The sheet exceeds <see cref="TableLimits"/>, or a cell holds what is no text.</exception>
    public static async Task WriteAsync(Stream stream, Sheet sheet, CancellationToken cancellationToken)
    {
        TableCheck.Require([], [sheet]);
        await using var writer = CsvWriter.Create(stream, Form, leaveOpen: true);
        foreach (var cells in sheet.Rows.Select(row => row.Cells).Prepend([.. sheet.Columns.Select(column => column.Heading)]))
        {
            await writer.WriteRecordAsync([.. cells.Select(FormulaGuard.Guard)], cancellationToken).ConfigureAwait(false);
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
