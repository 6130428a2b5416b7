using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>A batch in JSON and its answers (OData JSON Format 4.01, section 19).</summary>
public static class BatchSchemas
{
    /// <summary>The name of the schema of a batch.</summary>
    public const string Requests = "BatchRequests";

    /// <summary>The name of the schema of its answers.</summary>
    public const string Responses = "BatchResponses";

    /// <summary>Adds both.</summary>
    public static void Add(OpenApiDocument document)
    {
        document.Components!.Schemas!.Add(Requests, Batch("requests", new()
        {
            ["id"] = Text("Names the request in this batch."),
            ["method"] = Text("GET; POST behind $query."),
            ["url"] = Text("Relative to the service root, or absolute."),
            ["headers"] = Headers(),
            ["body"] = Text("Of a request to $query: its options."),
            ["atomicityGroup"] = Text("Requests of one group fail together; they stand side by side."),
            ["dependsOn"] = new() { Type = JsonSchemaType.Array, Items = Text(null), Description = "Ids and groups before it; when one of them failed, this one is answered 424." },
        }, "id", "method", "url"));
        document.Components.Schemas.Add(Responses, Batch("responses", new()
        {
            ["id"] = Text("The id of the request."),
            ["status"] = new() { Type = JsonSchemaType.Integer, Format = "int32" },
            ["headers"] = Headers(),
            ["body"] = new() { Description = "What the request alone would be answered: an object, or a text." },
            ["atomicityGroup"] = Text("The group of the request."),
        }, "id", "status"));
    }

    /// <summary>Two questions in one request; no answer holds an address, whose entity tag would be another at each.</summary>
    public static JsonObject Example() => new()
    {
        ["requests"] = new JsonArray(
            new JsonObject { ["id"] = "parties", ["method"] = "GET", ["url"] = "States/$count?$filter=ConventionStatus eq 'Party'" },
            new JsonObject
            {
                ["id"] = "network", ["method"] = "GET", ["url"] = "Networks?$top=1&$select=Name",
                ["headers"] = new JsonObject { ["Accept"] = "application/json;metadata=none" }, ["dependsOn"] = new JsonArray("parties"),
            }),
    };

    private static OpenApiSchema Batch(string name, Dictionary<string, OpenApiSchema> item, params string[] required) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { name },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            [name] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.Object, Required = required.ToHashSet(), Properties = item.ToDictionary(part => part.Key, IOpenApiSchema (part) => part.Value) },
            },
        },
    };

    private static OpenApiSchema Text(string? description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Headers() =>
        new() { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String } };
}
