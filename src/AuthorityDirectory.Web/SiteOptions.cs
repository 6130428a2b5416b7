using System.Net;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web;

/// <summary>What the operator of an installation says of it (configuration section <c>Site</c>).</summary>
public sealed class SiteOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Site";

    private string? _disclaimer;

    /// <summary>Who runs the installation; null says nothing.</summary>
    public string? Operator { get; set; }

    /// <summary>What the installation is and is not; null or empty means the sentence of the resource files, in the language of the page.</summary>
    public string? Disclaimer
    {
        get => _disclaimer;
        set => _disclaimer = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The address under which the world knows it, without path: <c>https://directory.example.org</c>; null means that of the request.</summary>
    public string? PublicUrl { get; set; }

    /// <summary><see cref="PublicUrl"/> as an address; null when it is not set, or is none.</summary>
    public Uri? PublicAddress =>
        Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" } ? url : null;

    /// <summary>Addresses or networks of the proxies whose forwarded headers are believed; empty means none.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>Says what is wrong with the settings, as sentences; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (!string.IsNullOrWhiteSpace(PublicUrl) && PublicAddress is null)
        {
            yield return $"Site:PublicUrl is \"{PublicUrl}\". Allowed: nothing, or an address without a path such as https://directory.example.org.";
        }

        foreach (var proxy in TrustedProxies.Where(proxy => Network(proxy) is null))
        {
            yield return $"Site:TrustedProxies holds \"{proxy}\". Allowed: addresses such as 10.0.0.4 and networks such as 10.0.0.0/8.";
        }
    }

    /// <summary>An address or network as a network; null when it is neither.</summary>
    public static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>Keeps the directory from starting on settings that are wrong.</summary>
public sealed class SiteOptionsCheck : IValidateOptions<SiteOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
        options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
