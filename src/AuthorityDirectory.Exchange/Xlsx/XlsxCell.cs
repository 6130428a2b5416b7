using System.Globalization;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>The text of a cell of any type.</summary>
internal static class XlsxCell
{
    /// <summary>Dates as 2026-03-01, with the time when there is one; numbers with all their digits; null when there is no text for it.</summary>
    public static string? Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime day when day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => Text(number),
        _ => null,
    };

    /// <summary>Fifteen digits, which are those a spreadsheet keeps, and never an exponent.</summary>
    private static string? Text(double number) =>
        !double.IsFinite(number) ? null
        : Math.Abs(number) < 7.9e27 ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture)
        : number.ToString("0", CultureInfo.InvariantCulture);
}
