using System.Globalization;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>How much one caller may ask (configuration section <c>Limits</c>).</summary>
/// <param name="RequestsPerMinute">Requests a minute for one token, else for one address; 0 means no limit.</param>
public sealed record LimitOptions(int RequestsPerMinute)
{
    private const int Default = 600;

    private const int Most = 1_000_000;

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartRefusedException">A value is not one of those allowed; the message names them.</exception>
    public static LimitOptions From(IConfiguration configuration) => new(Parse(configuration["Limits:RequestsPerMinute"]));

    private static int Parse(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? Default
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most ? number
        : throw new StartRefusedException($"Limits:RequestsPerMinute is \"{setting}\". Allowed: 0 for no limit, or a number up to {Most}.");
}
