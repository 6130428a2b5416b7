using AuthorityDirectory.Web.Api;
using Microsoft.Net.Http.Headers;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Says who may keep an answer of the API: anybody may keep what everybody may read, unless the answer itself says that it is for its caller, and asks each time whether it is still so.</summary>
/// <remarks>An outdated telephone number does harm, and asking costs a 304 without a body.</remarks>
public static class DataCaching
{
    /// <summary>Adds <c>Cache-Control</c> to answers of the API; an error is kept by nobody.</summary>
    public static IApplicationBuilder UseDataCaching(this IApplicationBuilder application) =>
        application.UseWhen(context => context.Request.Path.StartsWithSegments(DirectoryApi.Root), api => api.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = Directive(context);
                context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
                return Task.CompletedTask;
            });
            return next(context);
        }));

    private static string Directive(HttpContext context) =>
        context.Response.StatusCode >= 400 ? "no-store"
        : context.Request.Headers.Authorization.Count > 0 || context.Response.Headers.CacheControl.ToString().Contains("private", StringComparison.Ordinal) ? "private, no-cache"
        : "public, no-cache";
}
