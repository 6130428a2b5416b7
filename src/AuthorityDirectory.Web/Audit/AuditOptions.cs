using System.Globalization;
using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Audit;

/// <summary>How long it is kept who saw what (configuration section <c>Audit</c>).</summary>
/// <param name="KeepYears">After so many years of 366 days it goes away by itself.</param>
public sealed record AuditOptions(int KeepYears)
{
    private const int Default = 5;

    private const int Most = 30;

    /// <summary>How long.</summary>
    public TimeSpan Keep => TimeSpan.FromDays(366 * KeepYears);

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartRefusedException">The value is not one of those allowed; the message names them.</exception>
    public static AuditOptions From(IConfiguration configuration) => new(Parse(configuration["Audit:KeepYears"]));

    private static int Parse(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? Default
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= Most ? years
        : throw new StartRefusedException($"Audit:KeepYears is \"{setting}\". Allowed: 1 to {Most}.");
}
