using System.Globalization;
using System.Xml;
using AuthorityDirectory.OData.Evaluation;

namespace AuthorityDirectory.OData.Model;

/// <summary>The primitive types, with the form of their values in URLs and payloads.</summary>
static class PrimitiveTypes
{
    public static readonly PrimitiveType<string> String = new(PrimitiveKind.String, value => value);

    public static readonly PrimitiveType<Uri> Uri =
        new(PrimitiveKind.String, value => value.OriginalString, value => new Map<Uri, string>(value, uri => uri.OriginalString));

    public static readonly PrimitiveType<bool> Boolean = new(PrimitiveKind.Boolean, value => value ? "true" : "false");

    public static readonly PrimitiveType<int> Int32 =
        new(PrimitiveKind.Int32, value => value.ToString(CultureInfo.InvariantCulture), value => new Map<int, long>(value, number => number));

    public static readonly PrimitiveType<long> Int64 = new(PrimitiveKind.Int64, value => value.ToString(CultureInfo.InvariantCulture));

    public static readonly PrimitiveType<decimal> Decimal = new(PrimitiveKind.Decimal, value => value.ToString(CultureInfo.InvariantCulture));

    public static readonly PrimitiveType<double> Double = new(PrimitiveKind.Double, FormatDouble);

    public static readonly PrimitiveType<DateOnly> Date = new(PrimitiveKind.Date, value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static readonly PrimitiveType<DateTimeOffset> DateTimeOffset =
        new(PrimitiveKind.DateTimeOffset, value => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    public static readonly PrimitiveType<TimeSpan> Duration = new(PrimitiveKind.Duration, XmlConvert.ToString);

    public static readonly PrimitiveType<TimeOnly> TimeOfDay = new(PrimitiveKind.TimeOfDay, value => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    public static readonly PrimitiveType<Guid> Guid = new(PrimitiveKind.Guid, value => value.ToString("D"));

    static readonly PrimitiveType[] _all = [Boolean, Date, DateTimeOffset, Decimal, Double, Duration, Guid, Int32, Int64, String, TimeOfDay];

    /// <summary>The names of the types that a request may name.</summary>
    public static IEnumerable<string> Names => _all.Select(type => type.QualifiedName);

    /// <summary>The type of a name, such as <c>Edm.String</c>; null when there is none.</summary>
    public static PrimitiveType? Find(string qualifiedName) => _all.FirstOrDefault(type => type.QualifiedName == qualifiedName);

    /// <summary>The type whose values are those that expressions compute with.</summary>
    public static PrimitiveType Computed(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Boolean => Boolean,
        PrimitiveKind.Int32 or PrimitiveKind.Int64 => Int64,
        PrimitiveKind.Decimal => Decimal,
        PrimitiveKind.Double => Double,
        PrimitiveKind.String => String,
        PrimitiveKind.Date => Date,
        PrimitiveKind.DateTimeOffset => DateTimeOffset,
        PrimitiveKind.Duration => Duration,
        PrimitiveKind.TimeOfDay => TimeOfDay,
        PrimitiveKind.Guid => Guid,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static string FormatDouble(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? value > 0 ? "INF" : "-INF" : value.ToString("R", CultureInfo.InvariantCulture);
}
