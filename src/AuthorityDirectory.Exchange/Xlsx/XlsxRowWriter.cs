using AuthorityDirectory.Exchange.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Writes rows of text cells.</summary>
internal static class XlsxRowWriter
{
    public static void WriteRow(this OpenXmlWriter writer, int number, IReadOnlyList<(string Text, uint Style)> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var index = 0; index < cells.Count; index++)
        {
            writer.WriteElement(Cell($"{TablePlace.Letters(index + 1)}{number}", cells[index].Text, cells[index].Style));
        }

        writer.WriteEndElement();
    }

    private static Cell Cell(string place, string text, uint style) => text.Length == 0
        ? new() { CellReference = place, StyleIndex = style }
        : new(new InlineString(new Text(XlsxText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = place,
            StyleIndex = text[0] is '=' or '+' or '-' or '@' or '\'' && style is XlsxStyles.Editable or XlsxStyles.Locked ? XlsxStyles.Quoted(style) : style,
            DataType = CellValues.InlineString,
        };
}
