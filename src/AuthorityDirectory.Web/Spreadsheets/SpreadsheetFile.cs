using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Exchange.Xlsx;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>The lines of States as files to download.</summary>
public static class SpreadsheetFile
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";

    /// <summary>A workbook with every kind of line.</summary>
    /// <param name="states">The States.</param>
    /// <param name="name">The file's name, without what comes after the dot.</param>
    /// <param name="about">The title of its explanation.</param>
    /// <param name="texts">The language.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task<FileContentResult> XlsxAsync(IReadOnlyList<StateEntry> states, string name, string about, Texts texts, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        var isRightToLeft = texts.Language.Culture.TextInfo.IsRightToLeft;
        await XlsxTableWriter.WriteAsync(stream, LineTable.Of(states, SpreadsheetWords.In(texts)), SpreadsheetWords.ReadMe(texts, about), isRightToLeft, cancellationToken);
        return new(stream.ToArray(), XlsxType) { FileDownloadName = $"{name}.xlsx" };
    }

    /// <summary>A CSV file with one kind of line.</summary>
    public static async Task<FileContentResult> CsvAsync(IReadOnlyList<StateEntry> states, LineKind kind, string name, Texts texts, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        var words = SpreadsheetWords.In(texts);
        await CsvTableWriter.WriteAsync(stream, LineTable.Of(states, words).Find(words.Sheet(kind))!, cancellationToken);
        return new(stream.ToArray(), CsvType) { FileDownloadName = $"{name}-{Codes.LineKinds.CodeOf(kind)}.csv" };
    }

    /// <summary>What a file holds; a workbook is known by its first bytes, whatever its name.</summary>
    public static Task<TableReading> ReadAsync(byte[] content, string name, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var stream = new MemoryStream(content, writable: false);
        return name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !content.AsSpan().StartsWith("PK"u8)
            ? CsvTableReader.ReadAsync(stream, name[..^4], progress, cancellationToken)
            : XlsxTableReader.ReadAsync(stream, progress, cancellationToken);
    }
}
