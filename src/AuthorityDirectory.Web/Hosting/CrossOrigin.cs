using AuthorityDirectory.Web.Api;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Pages of other sites may read the public data: anonymously, by GET, and nothing else.</summary>
public static class CrossOrigin
{
    private static readonly CorsPolicy AnybodyReads = new CorsPolicyBuilder()
        .AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Head)
        .WithHeaders("Accept", "Content-Type", "If-None-Match", "OData-MaxVersion", "OData-Version", "Prefer")
        .WithExposedHeaders("ETag", "OData-Version", "Preference-Applied", "Retry-After")
        .SetPreflightMaxAge(TimeSpan.FromHours(1))
        .Build();

    /// <summary>Adds what asks whether another site may read.</summary>
    public static IServiceCollection AddCrossOrigin(this IServiceCollection services) =>
        services.AddCors(options => options.AddDefaultPolicy(AnybodyReads));

    /// <summary>Lets other sites read; a request that writes, or that says who asks, gets no permission.</summary>
    public static IApplicationBuilder UseCrossOrigin(this IApplicationBuilder application) =>
        application.UseWhen(context => IsPublicData(context.Request) && IsReading(context.Request), reading => reading.UseCors());

    private static bool IsPublicData(HttpRequest request) =>
        request.Path.StartsWithSegments(DirectoryApi.Root) || request.Path.StartsWithSegments("/openapi");

    private static bool IsReading(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        && request.Headers.Authorization.Count == 0;
}
