using AuthorityDirectory.Exchange.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Columns = DocumentFormat.OpenXml.Spreadsheet.Columns;
using TableSheet = AuthorityDirectory.Exchange.Tables.Sheet;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Writes the part of one sheet, row by row.</summary>
internal static class XlsxSheetWriter
{
    private const int ReadMeWidth = 100;

    public static void Write(WorksheetPart part, ReadMe readMe, bool isRightToLeft)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false, RightToLeft = isRightToLeft, TabSelected = true }));
        writer.WriteElement(new Columns(Width(1, ReadMeWidth, XlsxStyles.Plain)));
        writer.WriteStartElement(new SheetData());
        for (var index = 0; index < readMe.Lines.Count; index++)
        {
            writer.WriteRow(index + 1, [(readMe.Lines[index], index == 0 ? XlsxStyles.Title : XlsxStyles.Plain)]);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    public static void Write(WorksheetPart part, TableSheet sheet, XlsxLists lists, bool isRightToLeft, CancellationToken cancellationToken)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(View(isRightToLeft));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, index) => Width(index + 1, WidthOf(sheet, index), XlsxStyles.Editable))));
        WriteRows(writer, sheet, cancellationToken);
        WriteProtection(writer, sheet);
        writer.WriteElement(new AutoFilter { Reference = $"A1:{TablePlace.Letters(sheet.Columns.Count)}{sheet.Rows.Count + 1}" });
        WriteLists(writer, sheet, lists);
        writer.WriteEndElement();
    }

    /// <summary>The heading stays in sight.</summary>
    private static SheetViews View(bool isRightToLeft) => new(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new() { InnerText = "A2" } })
    { WorkbookViewId = 0, RightToLeft = isRightToLeft });

    private static void WriteRows(OpenXmlWriter writer, TableSheet sheet, CancellationToken cancellationToken)
    {
        var styles = sheet.Columns.Select(Style).ToList();
        writer.WriteStartElement(new SheetData());
        writer.WriteRow(1, [.. sheet.Columns.Select(column => (column.Heading, XlsxStyles.Heading))]);
        for (var index = 0; index < sheet.Rows.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteRow(index + 2, [.. sheet.Rows[index].Cells.Zip(styles)]);
        }

        writer.WriteEndElement();
    }

    /// <summary>Against slips, not against intent: there is no password, rows can be added, filtered and laid out, and below the last one every column is open, so that a new row can name what it belongs to.</summary>
    private static void WriteProtection(OpenXmlWriter writer, TableSheet sheet)
    {
        if (sheet.Columns.Any(column => column.IsLocked))
        {
            writer.WriteElement(new SheetProtection { Sheet = true, FormatCells = false, FormatColumns = false, FormatRows = false, InsertRows = false, DeleteRows = false, Sort = false, AutoFilter = false });
        }
    }

    private static void WriteLists(OpenXmlWriter writer, TableSheet sheet, XlsxLists lists)
    {
        var validations = sheet.Columns.Select((column, index) => (column, Letters: TablePlace.Letters(index + 1))).Where(each => each.column.Choices.Count > 0)
            .Select(each => Validation($"{each.Letters}2:{each.Letters}{TableLimits.Rows}", lists.Reference(each.column))).ToList();
        if (validations.Count > 0)
        {
            writer.WriteElement(new DataValidations(validations) { Count = (uint)validations.Count });
        }
    }

    private static DataValidation Validation(string cells, string list) => new(new Formula1(list))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        SequenceOfReferences = new() { InnerText = cells },
    };

    private static uint Style(SheetColumn column) => column.IsLocked ? XlsxStyles.Locked : XlsxStyles.Editable;

    private static Column Width(int number, double width, uint style) => new() { Min = (uint)number, Max = (uint)number, Width = width, CustomWidth = true, Style = style };

    /// <summary>In characters: what most texts need, so that a few long ones do not push the others out of sight.</summary>
    private static double WidthOf(TableSheet sheet, int index) =>
        Math.Clamp(sheet.Rows.Select(row => row.Cells[index].Length).Append(sheet.Columns[index].Heading.Length + 4).Max(), 12, 48);
}
