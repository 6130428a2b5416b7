using Microsoft.AspNetCore.OutputCaching;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>The description of the API for programs, and the page on which people try it.</summary>
public static class OpenApiEndpoints
{
    /// <summary>Where the description is.</summary>
    public const string Document = $"/openapi/{ODataOpenApi.Version}.json";

    /// <summary>Where the page is.</summary>
    public const string Page = $"{PagePrefix}/index.html";

    /// <summary>What everything that the page is made of begins with.</summary>
    public const string PagePrefix = "/swagger";

    /// <summary>Adds the description; of our own endpoints it has the OData service alone, whose paths only its model knows.</summary>
    public static IServiceCollection AddOpenApi(this IServiceCollection services) =>
        services.AddOutputCache(Keep).AddSingleton<LiveExamples>().AddEndpointsApiExplorer().AddSwaggerGen(options =>
        {
            options.SwaggerDoc(ODataOpenApi.Version, ODataOpenApi.About);
            options.DocInclusionPredicate((_, _) => false);
            options.DocumentAsyncFilter<ODataOpenApi>();
        });

    /// <summary>To write the description costs as much as a hundred queries, so it is done once a minute for each address under which the directory is asked.</summary>
    private static void Keep(OutputCacheOptions options)
    {
        options.SizeLimit = 8 * 1024 * 1024;
        options.AddBasePolicy(policy => policy.Expire(TimeSpan.FromMinutes(1)));
    }

    /// <summary>Serves the description, and the page with scripts and styles of its own.</summary>
    /// <remarks>OpenAPI 3.0, not 3.1: more programs read it, and nothing is lost.</remarks>
    public static IApplicationBuilder UseOpenApi(this IApplicationBuilder application) =>
        application.UseWhen(context => context.Request.Path == Document, description => description.UseOutputCache()).UseSwagger(options =>
        {
            options.RouteTemplate = "openapi/{documentName}.json";
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        }).UseSwaggerUI(options =>
        {
            options.RoutePrefix = PagePrefix[1..];
            options.DocumentTitle = ODataOpenApi.About.Title;
            options.SwaggerEndpoint($"..{Document}", ODataOpenApi.Version);
        });
}
