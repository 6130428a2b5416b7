using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>URLs that a request holds: of the requests in a batch (Protocol 4.01, section 11.7.2.1), of an entity.</summary>
static class ResourceUrl
{
    /// <summary>What follows the service root.</summary>
    /// <param name="url">Absolute, from the root of the host, or relative to the service root.</param>
    /// <param name="root">The service root with its closing slash.</param>
    public static string Relative(string url, string root)
    {
        var path = Uri.TryCreate(root, UriKind.Absolute, out var uri) ? uri.AbsolutePath : "/";
        return After(root, url) ?? (url.StartsWith('/') ? After(path, url) : IsAbsolute(url) ? null : url)
            ?? throw new QueryException(new QueryError(400, ErrorCode.InvalidValue, $"'{url}' is not within this service, whose root is {root}", "url"));
    }

    static string? After(string root, string url) => url.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? url[root.Length..]
        : url.Equals(root.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) || url.StartsWith(root.TrimEnd('/') + "?", StringComparison.OrdinalIgnoreCase) ? url[(root.Length - 1)..]
        : null;

    static bool IsAbsolute(string url) => url.Split('?')[0].Contains("://", StringComparison.Ordinal);
}
