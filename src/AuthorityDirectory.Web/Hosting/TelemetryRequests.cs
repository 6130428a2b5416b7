using System.Diagnostics;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Says of each request what a trace and the cache's numbers need, and nothing of who asked or what for.</summary>
public sealed class TelemetryRequests(RequestDelegate next, TelemetryMeter meter)
{
    /// <summary>Names the trace of a request by its route, and counts whether a client's copy was still right.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var activity = Activity.Current;
        Prepare(activity, context.Request);
        await next(context);
        Describe(activity, context);
        CountClientCache(context);
    }

    /// <summary>The platform's probes are not traced: they are most of the requests and say nothing.</summary>
    private static void Prepare(Activity? activity, HttpRequest request)
    {
        if (activity is not null && request.Path.StartsWithSegments("/health"))
        {
            (activity.IsAllDataRequested, activity.ActivityTraceFlags) = (false, activity.ActivityTraceFlags & ~ActivityTraceFlags.Recorded);
        }
    }

    /// <remarks>Without the query: what practitioners look for is theirs.</remarks>
    private static void Describe(Activity? activity, HttpContext context)
    {
        if (activity is not { IsAllDataRequested: true })
        {
            return;
        }

        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        activity.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route)
            .SetTag("url.path", context.Request.Path.Value).SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    private void CountClientCache(HttpContext context)
    {
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            meter.CacheLookup("client", context.Response.StatusCode == StatusCodes.Status304NotModified);
        }
    }
}
