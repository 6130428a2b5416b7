namespace AuthorityDirectory.Web.Pages.Shared;

/// <summary>Addresses that lead out of the directory.</summary>
public static class Outside
{
    /// <summary>The host that a web address leads to; null for what is no web address and must not become a link.</summary>
    public static string? Host(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.IdnHost
            : null;
}
