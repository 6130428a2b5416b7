using AuthorityDirectory.Web.Api.OpenApi;
using Microsoft.Extensions.Primitives;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>What every answer tells a browser: nothing from elsewhere, no scripts, no frames, no guessing of types.</summary>
public static class SecurityHeaders
{
    private const string NoScripts =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page on which the API is tried draws itself and asks this directory, and nobody else; the hash is of the one style attribute that its scripts write.</summary>
    private const string OwnScripts =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-hashes' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A State's desk keeps what is typed while it is typed, by a script of this directory that asks this directory.</summary>
    private const string DeskScripts = NoScripts + "; script-src 'self'; connect-src 'self'";

    /// <summary>A file that somebody uploaded is saved, and does nothing should a browser open it all the same.</summary>
    private const string Download = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>Adds the headers when the answer begins: an error page starts with what was there cleared away.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder application) =>
        application.Use((context, next) =>
        {
            var path = context.Request.Path;
            context.Response.OnStarting(() =>
            {
                Add(context.Response.Headers, context.Request.IsHttps, Policy(path, context.Response));
                context.Response.Headers["Referrer-Policy"] = HasSecret(path) ? "no-referrer" : "strict-origin-when-cross-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });

    /// <summary>Links of letters lead to these pages: what is in their address is for nobody else.</summary>
    private static bool HasSecret(PathString path) => path.Value?.Split('/') is [_, _, "sign-in" or "account" or "confirm", ..];

    private static string Policy(PathString path, HttpResponse response) =>
        response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal) && IsDesk(path) ? Download
        : IsDesk(path) && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true ? DeskScripts
        : path.StartsWithSegments(OpenApiEndpoints.PagePrefix) && response.StatusCode < 400 ? OwnScripts
        : NoScripts;

    private static bool IsDesk(PathString path) => path.Value?.Split('/') is [_, _, "manage", ..];

    private static void Add(IHeaderDictionary headers, bool isHttps, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.StrictTransportSecurity = isHttps ? "max-age=31536000" : default(StringValues);
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
