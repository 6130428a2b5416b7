using System.Globalization;
using System.Xml;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>The domain of each type, with the literal forms of URL conventions 4.01, section 5.1.1.14.</summary>
static class Domains
{
    static readonly IFormatProvider _invariant = CultureInfo.InvariantCulture;

    static readonly TextDomain _text =
        new(ParseText, new SortType<string>(StringComparer.Ordinal, text => text, ParseText, TextFolding.Fold));

    static readonly TruthDomain _truth = new(ParseTruth, new SortType<bool>(Comparer<bool>.Default, value => value ? "true" : "false", ParseTruth));
    static readonly ValueDomain<long> _whole = new(ParseWhole, Sorted<long>(value => value.ToString(_invariant), ParseWhole));
    static readonly ValueDomain<decimal> _decimal = new(ParseDecimal, Sorted<decimal>(value => value.ToString(_invariant), ParseDecimal));
    static readonly ValueDomain<double> _double = new(ParseDouble, Sorted<double>(FormatDouble, ParseDouble));
    static readonly ValueDomain<DateOnly> _date = new(ParseDate, Sorted<DateOnly>(value => value.ToString("O", _invariant), ParseDate));
    static readonly ValueDomain<DateTimeOffset> _moment = new(ParseMoment, Sorted<DateTimeOffset>(FormatMoment, ParseMoment));
    static readonly ValueDomain<TimeSpan> _duration = new(ParseDuration, Sorted<TimeSpan>(XmlConvert.ToString, ParseDuration));
    static readonly ValueDomain<TimeOnly> _time = new(ParseTime, Sorted<TimeOnly>(value => value.ToString("O", _invariant), ParseTime));
    static readonly ValueDomain<Guid> _guid = new(ParseGuid, Sorted<Guid>(value => value.ToString("D"), ParseGuid));
    static readonly SortType<int> _ordinals = Sorted<int>(value => value.ToString(_invariant), ParseOrdinal);

    /// <summary>The domain of a primitive or enumeration type; null of a structured one.</summary>
    public static Domain? Of(ODataType type) => type switch
    {
        PrimitiveType primitive => Of(primitive.Kind),
        EnumType members => new ValueDomain<int>((string text, out int ordinal) => TryParse(members, text, out ordinal), _ordinals),
        _ => null,
    };

    public static Domain Of(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.String => _text,
        PrimitiveKind.Boolean => _truth,
        PrimitiveKind.Int32 or PrimitiveKind.Int64 => _whole,
        PrimitiveKind.Decimal => _decimal,
        PrimitiveKind.Double => _double,
        PrimitiveKind.Date => _date,
        PrimitiveKind.DateTimeOffset => _moment,
        PrimitiveKind.Duration => _duration,
        PrimitiveKind.TimeOfDay => _time,
        PrimitiveKind.Guid => _guid,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static SortType<T> Sorted<T>(Func<T, string> format, LiteralParser<T> parse) => new(Comparer<T>.Default, format, parse);

    /// <summary>A member by its name, or by the number that <c>$metadata</c> gives it.</summary>
    static bool TryParse(EnumType type, string text, out int ordinal) =>
        type.TryParse(text, out ordinal) || ParseOrdinal(text, out ordinal) && ordinal < type.Members.Count;

    static bool ParseText(string text, out string value)
    {
        value = text;
        return true;
    }

    static bool ParseTruth(string text, out bool value) => (value = text == "true") || text == "false";

    static bool ParseOrdinal(string text, out int value) => int.TryParse(text, NumberStyles.None, _invariant, out value);

    static bool ParseWhole(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, _invariant, out value);

    static bool ParseDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, _invariant, out value) && LiteralForm.IsNumber(text);

    static bool ParseDouble(string text, out double value)
    {
        value = text switch { "INF" => double.PositiveInfinity, "-INF" => double.NegativeInfinity, "NaN" => double.NaN, _ => 0 };
        return value is not 0
            || double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, _invariant, out value) && double.IsFinite(value) && LiteralForm.IsNumber(text);
    }

    static bool ParseDate(string text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", _invariant, DateTimeStyles.None, out value);

    static bool ParseMoment(string text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        Shortened(text.ToUpperInvariant()), ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], _invariant, DateTimeStyles.AssumeUniversal, out value);

    static bool ParseTime(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(Shortened(text), ["HH:mm:ss.FFFFFFF", "HH:mm"], _invariant, DateTimeStyles.None, out value);

    static bool ParseGuid(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    static bool ParseDuration(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length > 40 || text.AsSpan().ContainsAny('Y', 'y') || text.IndexOf('M', StringComparison.Ordinal) is >= 0 and var month && month < text.IndexOf('T', StringComparison.Ordinal))
            return false;
        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>The text without the digits of a second that lie beyond the platform's seven.</summary>
    static string Shortened(string text)
    {
        const int digits = 7;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 ? -1 : text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') is >= 0 and var after ? point + 1 + after : text.Length;
        return end - point - 1 > digits ? text.Remove(point + 1 + digits, end - point - 1 - digits) : text;
    }

    static string FormatDouble(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? value > 0 ? "INF" : "-INF" : value.ToString("R", _invariant);

    static string FormatMoment(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", _invariant);
}
