using AuthorityDirectory.Web.Api;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Audit;

/// <summary>What an answer to somebody who signed in may show that not everybody may see.</summary>
/// <remarks>A page or endpoint that is not named here is taken to show something: a new one is noted until somebody says that there is no need.</remarks>
public static class Disclosure
{
    /// <summary>Pages and endpoints that show nothing but what everybody sees, or what is the caller's own, by the part of their route after the language; those below them too where a star says so.</summary>
    private static readonly string[] Open = ["", "states", "globe", "coverage", "developers", "search", "sign-in", "sign-in/*", "account", "account/*"];

    /// <summary>Endpoints outside the pages that show nothing else, by their first part; the API notes for itself what it is asked.</summary>
    private static readonly string[] Elsewhere = ["", "odata", "error", "dev", "health", "openapi", "swagger"];

    /// <summary>Sets and documents of the API that are the same for everybody.</summary>
    private static readonly string[] OpenData = ["", "$metadata", "Networks", "Channels", "CoverageFigures"];

    /// <summary>What a page would show, for the record; null when it shows nothing that not everybody sees.</summary>
    /// <param name="context">The request, routed.</param>
    /// <param name="current">What its caller sees.</param>
    public static Shown? Of(HttpContext context, CurrentView current)
    {
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern })
        {
            return null;
        }

        var route = pattern.Trim('/').Split('/');
        return !route[0].StartsWith("{language", StringComparison.Ordinal) ? (Elsewhere.Contains(route[0]) ? null : Asked(context, route[^1]))
            : route[1..] is ["states", _] ? Record(current.View.State(Value("code"))?.IsRestricted(), Value("code"))
            : route[1..] is ["authorities", _] ? Record(current.View.Authority(Value("id"))?.IsRestricted(), Value("id"))
            : IsOpen(string.Join('/', route[1..])) ? null
            : Asked(context, route[^1]);

        string Value(string name) => ((string?)context.GetRouteValue(name))?.ToUpperInvariant() ?? "";
    }

    /// <summary>What a request of the API may show, for the record; null when that is the same for everybody.</summary>
    /// <param name="asked">Path and query behind the service root.</param>
    public static string? OfData(string asked) => OpenData.Contains(asked.Split('?', '/', '(')[0]) ? null : Sighting.Shortened(asked);

    private static Shown? Record(bool? isRestricted, string id) => isRestricted == true ? new(Means.Page, id, true) : null;

    /// <summary>What opens something by itself is not kept: the secret of a confirmation link, the number of a receipt.</summary>
    private static string WithoutSecret(string path, QueryString query) =>
        path.StartsWith("confirm/", StringComparison.Ordinal) ? path
        : path.StartsWith("report/", StringComparison.Ordinal) ? "report/…"
        : path + query;

    private static bool IsFile(HttpRequest request, string last) => last == "paper" || last.Contains('.', StringComparison.Ordinal) || request.Query.ContainsKey("handler");

    private static bool IsOpen(string route) =>
        Open.Any(open => open == route || (open.EndsWith('*') && route.StartsWith(open[..^1], StringComparison.Ordinal)));

    /// <summary>Path and query without the language: who sees the same in another language sees the same.</summary>
    private static Shown Asked(HttpContext context, string last)
    {
        var path = context.Request.Path.Value!.Trim('/');
        var shown = PageLanguage.Find(path.Split('/')[0]) is null ? path : path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return new(IsFile(context.Request, last) ? Means.Download : Means.Page, Sighting.Shortened(WithoutSecret(shown, context.Request.QueryString)), false);
    }
}

/// <summary>What an answer would show.</summary>
/// <param name="Means">By what.</param>
/// <param name="What">The record, or what was asked for.</param>
/// <param name="HasPublicView">Whether there is something to show in its place when it cannot be noted.</param>
public sealed record Shown(Means Means, string What, bool HasPublicView);
