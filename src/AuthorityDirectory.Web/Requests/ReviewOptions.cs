using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Requests;

/// <summary>How the Secretariat decides (configuration section <c>Review</c>).</summary>
/// <param name="FourEyes">Whether two people of the Secretariat accept a request, neither of whom submitted it.</param>
public sealed record ReviewOptions(bool FourEyes)
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="StartRefusedException">A value is not one of those allowed; the message names them.</exception>
    public static ReviewOptions From(IConfiguration configuration) => new(Parse(configuration["Review:FourEyes"]));

    private static bool Parse(string? setting) =>
        !string.IsNullOrWhiteSpace(setting)
        && (bool.TryParse(setting, out var value) ? value : throw new StartRefusedException($"Review:FourEyes is \"{setting}\". Allowed: true, false."));
}
