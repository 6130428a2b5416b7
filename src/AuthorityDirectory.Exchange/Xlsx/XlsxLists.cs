using AuthorityDirectory.Exchange.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Table = AuthorityDirectory.Exchange.Tables.Table;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>The lists of a workbook's columns, each a column of a hidden sheet; equal lists share one.</summary>
internal sealed class XlsxLists(string name, Table table)
{
    private readonly List<IReadOnlyList<string>> _lists =
        [.. table.Sheets.SelectMany(sheet => sheet.Columns).Select(column => column.Choices).Where(choices => choices.Count > 0).DistinctBy(choices => string.Join('\0', choices))];

    public bool Any => _lists.Count > 0;

    /// <summary>Where a column's list stands, as a validation refers to it.</summary>
    public string Reference(SheetColumn column)
    {
        var letters = TablePlace.Letters(_lists.FindIndex(list => list.SequenceEqual(column.Choices)) + 1);
        return $"'{name}'!${letters}$1:${letters}${column.Choices.Count}";
    }

    public void Write(WorksheetPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        for (var row = 0; row < _lists.Max(list => list.Count); row++)
        {
            writer.WriteRow(row + 1, [.. _lists.Select(list => (row < list.Count ? list[row] : "", XlsxStyles.Plain))]);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
