using AuthorityDirectory.OData.Http;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.Snapshot;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>Describes the service as OpenAPI, from the model that <c>$metadata</c> is written from and with answers of the service as examples.</summary>
public sealed class ODataOpenApi(ODataService<DirectoryView> service, LiveExamples examples, IHttpContextAccessor http) : IDocumentAsyncFilter
{
    /// <summary>The version of the contract, and the name of its document.</summary>
    public const string Version = "v1";

    private const string Description = """
        Everything that the public pages show, as JSON with OData 4.01: one GET and no key; what is too long for an address is posted to `$query`, and several questions at once to `$batch`.
        States and the Secretariat write with a bearer token: a request to change the directory is posted to `ChangeRequests`, submitted and decided by its actions, and entries are confirmed by theirs; every other set is read-only.
        `$metadata` describes the same types with OData's own words; an option's syntax is that of OData 4.01, Part 2.
        Every property is in an answer unless `$select` leaves it out. Null means not known, and so does an empty list; unknown is never "no".
        """;

    /// <summary>What the document is of.</summary>
    public static OpenApiInfo About { get; } =
        new() { Title = "Directory of competent national authorities", Version = Version, Description = Description.ReplaceLineEndings(" ") };

    /// <inheritdoc/>
    public async Task ApplyAsync(OpenApiDocument swaggerDoc, DocumentFilterContext context, CancellationToken cancellationToken)
    {
        Begin(swaggerDoc, http.HttpContext!.Request);
        new ODataSchemas(swaggerDoc).Add(service.Model);
        var errors = new ODataErrors(swaggerDoc, examples);
        await errors.AddAsync();
        if (service.Model.CanWrite)
        {
            errors.AddDetails();
            new ODataWrites(swaggerDoc).Add();
        }

        var operations = new ODataOperations(swaggerDoc, examples);
        await AddPathsAsync(new(swaggerDoc, operations), new(swaggerDoc, operations));
        await new ODataPosts(swaggerDoc, operations, examples).AddAsync(service.Model);
    }

    private async Task AddPathsAsync(ODataPaths paths, ODataCalls calls)
    {
        await paths.AddServiceAsync();
        foreach (var source in service.Model.Sources)
        {
            await paths.AddAsync(source);
        }

        foreach (var function in service.Model.Functions)
        {
            await calls.AddAsync(function);
        }
    }

    private void Begin(OpenApiDocument document, HttpRequest request)
    {
        document.Servers = [new() { Url = $"{request.Scheme}://{request.Host}{request.PathBase}{DirectoryApi.Root}", Description = "This directory." }];
        document.Tags = new HashSet<OpenApiTag>(service.Model.Sources.Select(Tag)
            .Prepend(new() { Name = ODataPaths.Service, Description = "What there is to ask." })
            .Append(new() { Name = ODataCalls.Functions, Description = "What follows from the data." }));
        document.Components = new()
        {
            Schemas = new Dictionary<string, IOpenApiSchema>(),
            Parameters = new Dictionary<string, IOpenApiParameter>(),
            Responses = new Dictionary<string, IOpenApiResponse>(),
        };
    }

    private static OpenApiTag Tag(EntitySource source) => new() { Name = source.Name, Description = source.Description };
}
