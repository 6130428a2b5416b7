using System.Globalization;

namespace AuthorityDirectory.Benchmarks;

/// <summary>The same thing measured several times: what counts is the median, and how far the others lie apart.</summary>
internal sealed class Measured(IEnumerable<double> values)
{
    /// <summary>How often everything is measured.</summary>
    public const int Times = 3;

    private readonly double[] _sorted = [.. values.Order()];

    public double Median => _sorted[_sorted.Length / 2];

    /// <summary>Measures one after the other.</summary>
    public static async Task<Measured> RepeatAsync(Func<Task<double>> measure)
    {
        List<double> values = [];
        for (var time = 0; time < Times; time++)
        {
            values.Add(await measure());
        }

        return new(values);
    }

    /// <summary>The median and in brackets the least and the greatest.</summary>
    public string ToString(string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(Median, format)} ({Text(_sorted[0], format)}-{Text(_sorted[^1], format)})");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
