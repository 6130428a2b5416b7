using System.Buffers;
using System.Text;

namespace AuthorityDirectory.Exchange.Tables;

/// <summary>What the writers ask of a table, so that a reader takes what was written.</summary>
internal static class TableCheck
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("[]:*?/\\");

    /// <exception cref="ArgumentException">The first thing that a reader would not take.</exception>
    public static void Require(IReadOnlyList<string> names, IReadOnlyList<Sheet> sheets)
    {
        Require(names.Count <= TableLimits.Sheets, $"A file has at most {TableLimits.Sheets} sheets.");
        Require(names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count, "Two sheets have one name.");
        foreach (var name in names)
        {
            Require(name.Length is > 0 and <= 31 && !name.AsSpan().ContainsAny(NotInNames) && name[0] != '\'' && name[^1] != '\'' && IsText(name) && name == name.Trim(), $"\"{name}\" cannot be the name of a sheet.");
        }

        foreach (var sheet in sheets)
        {
            RequireColumns(sheet);
            RequireRows(sheet);
        }
    }

    private static void RequireColumns(Sheet sheet)
    {
        Require(sheet.Columns.Count is > 0 and <= TableLimits.Columns, $"{sheet.Name} has no columns, or more than {TableLimits.Columns}.");
        Require(sheet.Columns.Select(column => column.Key).Distinct(StringComparer.Ordinal).Count() == sheet.Columns.Count, $"{sheet.Name} has two columns of one key.");
        foreach (var column in sheet.Columns)
        {
            Require(SheetColumn.Parse(column.Heading) is var read && read.Key == column.Key && IsText(column.Heading), $"\"{column.Key}\" cannot be the key of a column.");
            Require(column.Choices.All(IsText), $"A choice of {column.Key} is no text.");
        }
    }

    private static void RequireRows(Sheet sheet)
    {
        Require(sheet.Rows.Count < TableLimits.Rows, $"{sheet.Name} has more than {TableLimits.Rows - 1} rows.");
        foreach (var row in sheet.Rows)
        {
            Require(row.Cells.Count == sheet.Columns.Count, $"Row {row.Number} of {sheet.Name} does not have a cell for each column.");
            Require(row.Cells.All(IsText), $"A cell in row {row.Number} of {sheet.Name} is longer than {TableLimits.CellLength} characters or holds what is no text.");
        }
    }

    /// <summary>No NUL, no half of a surrogate pair.</summary>
    public static bool IsText(string text) => text.Length <= TableLimits.CellLength && !text.Contains('\0', StringComparison.Ordinal) && IsWellFormed(text);

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var taken) != OperationStatus.Done)
            {
                return false;
            }

            text = text[taken..];
        }

        return true;
    }

    private static void Require(bool isMet, string message)
    {
        if (!isMet)
        {
            throw new ArgumentException(message);
        }
    }
}
