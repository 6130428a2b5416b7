using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>How cells look; the numbers are places in the workbook's list.</summary>
internal static class XlsxStyles
{
    /// <summary>Format 49 is text: what is typed into the cell stays as it was typed.</summary>
    private const uint TextFormat = 49;

    public const uint Plain = 0;
    public const uint Heading = 1;
    public const uint Editable = 2;
    public const uint Locked = 3;
    public const uint Title = 4;

    /// <summary>The same style with the mark of a cell that begins like a formula and is none.</summary>
    public static uint Quoted(uint style) => style == Locked ? 6u : 5u;

    public static Stylesheet Create() => new(
        new Fonts(Font(), Font(new Bold()), Font(new Color { Rgb = "FF595959" })) { Count = 3 },
        new Fills(Pattern(PatternValues.None), Pattern(PatternValues.Gray125), Solid("FFDCE6F1"), Solid("FFF2F2F2")) { Count = 4 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(Cell(0, 0, isLocked: true), Cell(1, 2, isLocked: true), Cell(0, 0, isLocked: false), Cell(2, 3, isLocked: true), Cell(1, 0, isLocked: true), Cell(0, 0, isLocked: false, isQuoted: true), Cell(2, 3, isLocked: true, isQuoted: true)) { Count = 7 },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static Font Font(params OpenXmlElement[] first) => first is [Bold]
        ? new(first[0], new FontSize { Val = 11 }, new FontName { Val = "Calibri" })
        : new([new FontSize { Val = 11 }, .. first, new FontName { Val = "Calibri" }]);

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static CellFormat Cell(uint font, uint fill, bool isLocked, bool isQuoted = false) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }, new Protection { Locked = isLocked })
    {
        NumberFormatId = TextFormat,
        FontId = font,
        FillId = fill,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyAlignment = true,
        ApplyProtection = true,
        QuotePrefix = isQuoted ? true : null,
    };
}
