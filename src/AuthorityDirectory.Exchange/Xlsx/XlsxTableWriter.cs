using AuthorityDirectory.Exchange.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetEntry = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using Table = AuthorityDirectory.Exchange.Tables.Table;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>
/// Writes a table as a workbook to fill in: every cell is text and keeps its form, headings stay in sight and filter, columns that people leave alone are grey and locked,
/// columns with a closed list offer it. Equal input makes equal bytes.
/// </summary>
public static class XlsxTableWriter
{
    /// <summary>The hidden sheet that holds the lists.</summary>
    private const string Lists = "_lists";

    /// <param name="stream">Where the file goes.</param>
    /// <param name="table">The sheets, which follow the one that explains them.</param>
    /// <param name="readMe">The explanation.</param>
    /// <param name="isRightToLeft">Whether column A stands on the right, as in Arabic.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="ArgumentException">The table exceeds <see cref="TableLimits"/>, a cell holds what is no text, or a name is none for a sheet.</exception>
    public static async Task WriteAsync(Stream stream, Table table, ReadMe readMe, bool isRightToLeft, CancellationToken cancellationToken)
    {
        TableCheck.Require([readMe.Name, .. table.Sheets.Select(sheet => sheet.Name), Lists], table.Sheets);
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            Write(document, table, readMe, isRightToLeft, cancellationToken);
        }

        package.Position = 0;
        await XlsxRepack.CopyAsync(package, stream, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(SpreadsheetDocument document, Table table, ReadMe readMe, bool isRightToLeft, CancellationToken cancellationToken)
    {
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rId1");
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.Create();
        var lists = new XlsxLists(Lists, table);
        var sheets = new Sheets();
        Add(readMe.Name, part => XlsxSheetWriter.Write(part, readMe, isRightToLeft));
        foreach (var sheet in table.Sheets)
        {
            Add(sheet.Name, part => XlsxSheetWriter.Write(part, sheet, lists, isRightToLeft, cancellationToken));
        }

        if (lists.Any)
        {
            Add(Lists, lists.Write).State = SheetStateValues.Hidden;
        }

        workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), sheets);

        SheetEntry Add(string name, Action<WorksheetPart> write)
        {
            var number = (uint)sheets.ChildElements.Count + 1;
            write(workbook.AddNewPart<WorksheetPart>($"sheet{number}"));
            return sheets.AppendChild(new SheetEntry { Name = name, SheetId = number, Id = $"sheet{number}" });
        }
    }
}
