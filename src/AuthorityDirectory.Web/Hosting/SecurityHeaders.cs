namespace AuthorityDirectory.Web.Hosting;

/// <summary>What every answer tells a browser: nothing from elsewhere, no scripts, no frames, no guessing of types.</summary>
public static class SecurityHeaders
{
    private const string NoScripts =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers when the answer begins: an error page starts with what was there cleared away.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder application) =>
        application.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Add(context.Response.Headers);
                return Task.CompletedTask;
            });
            return next(context);
        });

    private static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = NoScripts;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
