using System.Collections.Frozen;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Every function and arithmetic operator: the one source for binding, <c>$metadata</c>, tests and README (URL conventions 4.01, sections 5.1.1.2 to 5.1.1.10).</summary>
/// <remarks>Of several overloads the first that the operands fit is taken, so narrower numbers come first.</remarks>
static class FunctionTable
{
    static readonly Function[] _operators =
    [
        Function.Of("add", (long a, long b) => checked(a + b)),
        Function.Of("add", (decimal a, decimal b) => a + b),
        Function.Of("add", (double a, double b) => a + b),
        Function.Of("add", (DateOnly a, TimeSpan b) => a.AddDays(b.Days)),
        Function.Of("add", (DateTimeOffset a, TimeSpan b) => a + b),
        Function.Of("add", (TimeSpan a, TimeSpan b) => a + b),
        Function.Of("sub", (long a, long b) => checked(a - b)),
        Function.Of("sub", (decimal a, decimal b) => a - b),
        Function.Of("sub", (double a, double b) => a - b),
        Function.Of("sub", (DateOnly a, TimeSpan b) => a.AddDays(-b.Days)),
        Function.Of("sub", (DateOnly a, DateOnly b) => TimeSpan.FromDays(a.DayNumber - b.DayNumber)),
        Function.Of("sub", (DateTimeOffset a, TimeSpan b) => a - b),
        Function.Of("sub", (DateTimeOffset a, DateTimeOffset b) => a - b),
        Function.Of("sub", (TimeSpan a, TimeSpan b) => a - b),
        Function.Of("mul", (long a, long b) => checked(a * b)),
        Function.Of("mul", (decimal a, decimal b) => a * b),
        Function.Of("mul", (double a, double b) => a * b),
        Function.Of("mul", (TimeSpan a, double b) => a * b),
        Function.Of("mul", (double a, TimeSpan b) => a * b),
        Function.Of("div", (long a, long b) => checked(a / b)),
        Function.Of("div", (decimal a, decimal b) => a / b),
        Function.Of("div", (double a, double b) => a / b),
        Function.Of("div", (TimeSpan a, double b) => a / b),
        Function.Of("divby", (decimal a, decimal b) => a / b),
        Function.Of("divby", (double a, double b) => a / b),
        Function.Of("mod", (long a, long b) => b == -1 ? 0 : a % b),
        Function.Of("mod", (decimal a, decimal b) => a % b),
        Function.Of("mod", (double a, double b) => a % b),
        Function.Of("negate", (long a) => checked(-a)),
        Function.Of("negate", (decimal a) => -a),
        Function.Of("negate", (double a) => -a),
        Function.Of("negate", (TimeSpan a) => -a),
    ];

    static readonly Function[] _functions =
    [
        Function.Of("concat", (string a, string b) => a + b),
        Function.Of("contains", (string a, string b) => a.Contains(b, StringComparison.Ordinal)),
        Function.Of("endswith", (string a, string b) => a.EndsWith(b, StringComparison.Ordinal)),
        Function.Of("indexof", (string a, string b) => (long)a.IndexOf(b, StringComparison.Ordinal)),
        Function.Of("length", (string a) => (long)a.Length),
        Function.Of("startswith", (string a, string b) => a.StartsWith(b, StringComparison.Ordinal)),
        Function.Of("substring", (string a, long start) => TextFunctions.Substring(a, start)),
        Function.Of("substring", (string a, long start, long length) => TextFunctions.Substring(a, start, length)),
        Function.Of("tolower", (string a) => a.ToLowerInvariant()),
        Function.Of("toupper", (string a) => a.ToUpperInvariant()),
        Function.Of("trim", (string a) => a.Trim()),
        TextFunctions.MatchesPattern,

        Function.Of("date", (DateTimeOffset a) => DateOnly.FromDateTime(a.DateTime)),
        Function.Of("date", (DateOnly a) => a),
        Function.Of("day", (DateOnly a) => (long)a.Day),
        Function.Of("day", (DateTimeOffset a) => (long)a.Day),
        Function.Of("fractionalseconds", (DateTimeOffset a) => a.Ticks % TimeSpan.TicksPerSecond / (decimal)TimeSpan.TicksPerSecond),
        Function.Of("fractionalseconds", (TimeOnly a) => a.Ticks % TimeSpan.TicksPerSecond / (decimal)TimeSpan.TicksPerSecond),
        Function.Of("hour", (DateTimeOffset a) => (long)a.Hour),
        Function.Of("hour", (TimeOnly a) => (long)a.Hour),
        Function.Of("maxdatetime", () => DateTimeOffset.MaxValue),
        Function.Of("mindatetime", () => DateTimeOffset.MinValue),
        Function.Of("minute", (DateTimeOffset a) => (long)a.Minute),
        Function.Of("minute", (TimeOnly a) => (long)a.Minute),
        Function.Of("month", (DateOnly a) => (long)a.Month),
        Function.Of("month", (DateTimeOffset a) => (long)a.Month),
        Function.Of("second", (DateTimeOffset a) => (long)a.Second),
        Function.Of("second", (TimeOnly a) => (long)a.Second),
        Function.Of("time", (DateTimeOffset a) => TimeOnly.FromDateTime(a.DateTime)),
        Function.Of("totaloffsetminutes", (DateTimeOffset a) => (long)a.Offset.TotalMinutes),
        Function.Of("totalseconds", (TimeSpan a) => a.Ticks / (decimal)TimeSpan.TicksPerSecond),
        Function.Of("year", (DateOnly a) => (long)a.Year),
        Function.Of("year", (DateTimeOffset a) => (long)a.Year),

        Function.Of("ceiling", (decimal a) => Math.Ceiling(a)),
        Function.Of("ceiling", (double a) => Math.Ceiling(a)),
        Function.Of("floor", (decimal a) => Math.Floor(a)),
        Function.Of("floor", (double a) => Math.Floor(a)),
        Function.Of("round", (decimal a) => Math.Round(a, MidpointRounding.AwayFromZero)),
        Function.Of("round", (double a) => Math.Round(a, MidpointRounding.AwayFromZero)),
    ];

    static readonly FrozenDictionary<string, Function[]> _operatorsByName = ByName(_operators.Select(op => op with { CanFail = true }));

    static readonly FrozenDictionary<string, Function[]> _functionsByName = ByName(_functions);

    /// <summary>Functions of the standard that are answered 501.</summary>
    static readonly FrozenSet<string> _notImplemented = new[]
    {
        "geo.distance", "geo.intersects", "geo.length",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Functions that have a type as an operand.</summary>
    static readonly string[] _ofTypes = ["cast", "isof"];

    /// <summary>The name of <c>now</c>, which depends on the request.</summary>
    public const string Now = "now";

    /// <summary>The names of all functions.</summary>
    public static IEnumerable<string> Names => _functionsByName.Keys.Concat([Now, "case", .. _ofTypes, .. CollectionFunctions.OwnNames]).Order(StringComparer.Ordinal);

    /// <summary>The overloads of a function; null when there is none of that name.</summary>
    public static IReadOnlyList<Function>? Find(string name) => _functionsByName.GetValueOrDefault(name);

    /// <summary>The overloads of an arithmetic operator.</summary>
    public static IReadOnlyList<Function> Operator(string name) => _operatorsByName[name];

    /// <summary>Whether it is <c>cast</c> or <c>isof</c>.</summary>
    public static bool IsOfTypes(string name) => _ofTypes.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the standard has the function and this service does not.</summary>
    public static bool IsNotImplemented(string name) => _notImplemented.Contains(name);

    static FrozenDictionary<string, Function[]> ByName(IEnumerable<Function> functions) =>
        functions.GroupBy(function => function.Name).ToFrozenDictionary(same => same.Key, same => same.ToArray(), StringComparer.OrdinalIgnoreCase);
}
