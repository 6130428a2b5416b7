namespace AuthorityDirectory.Exchange.Tables;

/// <summary>How much a file may hold.</summary>
public static class TableLimits
{
    /// <summary>The bytes of a file.</summary>
    public const int FileBytes = 5 * 1024 * 1024;

    /// <summary>The bytes of all parts of a spreadsheet file when unpacked.</summary>
    public const long UnpackedBytes = 100 * 1024 * 1024;

    /// <summary>How many times the size of the file its unpacked parts may have, once they exceed <see cref="UnpackedFreely"/>.</summary>
    public const int UnpackedRatio = 200;

    /// <summary>The unpacked bytes below which the ratio does not count: small files of one repeated text pack very well.</summary>
    public const long UnpackedFreely = 4 * 1024 * 1024;

    /// <summary>The parts of a spreadsheet file.</summary>
    public const int Parts = 1000;

    /// <summary>The sheets of a file.</summary>
    public const int Sheets = 50;

    /// <summary>The number of the last row of a sheet that may hold something.</summary>
    public const int Rows = 20_000;

    /// <summary>The number of the last column that may hold something (CV).</summary>
    public const int Columns = 100;

    /// <summary>The cells of all sheets that hold something.</summary>
    public const int Cells = 1_000_000;

    /// <summary>The UTF-16 units of a cell's text, as in Excel.</summary>
    public const int CellLength = 32_767;

    /// <summary>The faults that are reported; after so many the rest is left unsaid.</summary>
    public const int Faults = 100;

    /// <summary>The last row that the format knows.</summary>
    internal const int LastRow = 1_048_576;

    /// <summary>The last column that the format knows (XFD).</summary>
    internal const int LastColumn = 16_384;
}
