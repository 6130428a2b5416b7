using System.Text.Json.Nodes;
using AuthorityDirectory.OData.Model;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>Questions that can be asked by GET, each with an answer as the service gives it.</summary>
public sealed class ODataOperations(OpenApiDocument document, LiveExamples examples)
{
    private const string Json = "application/json";

    /// <summary>What the service answers to a question.</summary>
    public Task<JsonNode?> AnswerAsync(string query) => examples.AnswerAsync(query);

    /// <summary>A question whose answer is JSON of a declared schema.</summary>
    /// <param name="id">The name that generated clients give it.</param>
    /// <param name="tag">Under which heading it stands.</param>
    /// <param name="summary">What it asks, in a line.</param>
    /// <param name="schema">The name of the answer's schema.</param>
    /// <param name="example">An answer; null for none.</param>
    /// <param name="options">Its parameters beside <c>If-None-Match</c>.</param>
    public OpenApiOperation Entities(string id, string tag, string summary, string schema, JsonNode? example, IEnumerable<IOpenApiParameter> options) =>
        Operation(id, tag, summary, Json, Answer(schema, example), options);

    /// <summary>A question whose answer is pages of a list.</summary>
    public OpenApiOperation Pages(string id, string tag, string summary, string schema, JsonNode? example, IEnumerable<IOpenApiParameter> options) =>
        Operation(id, tag, summary, Json, Answer(schema, example), options, ODataParameters.PreferPages);

    /// <summary>A question for a number.</summary>
    public OpenApiOperation Count(string id, string tag, string summary, IEnumerable<IOpenApiParameter> options) =>
        Operation(id, tag, summary, "text/plain", new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" } }, options);

    /// <summary>A question whose answer another standard describes.</summary>
    public OpenApiOperation Document(string id, string summary, string mediaType, JsonNode? example)
    {
        var type = mediaType == Json ? JsonSchemaType.Object : JsonSchemaType.String;
        return Operation(id, ODataPaths.Service, summary, mediaType, new OpenApiMediaType { Schema = new OpenApiSchema { Type = type }, Example = example }, []);
    }

    /// <summary>A question that is posted.</summary>
    public OpenApiOperation Posted(string id, string tag, string summary, OpenApiRequestBody body, OpenApiResponse answer, string prefer) => new()
    {
        OperationId = id,
        Tags = new HashSet<OpenApiTagReference> { new(tag, document) },
        Summary = summary,
        Parameters = [new OpenApiParameterReference(prefer, document)],
        RequestBody = body,
        Responses = WithErrors(new() { ["200"] = answer }, [.. ODataErrors.Always, .. ODataErrors.OfBodies]),
    };

    /// <summary>What says which preferences were followed.</summary>
    public static IOpenApiHeader Applied => Header("The preferences that were followed.");

    /// <summary>JSON of a declared schema.</summary>
    public OpenApiMediaType Answer(string schema, JsonNode? example) => new() { Schema = new OpenApiSchemaReference(schema, document), Example = example };

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private OpenApiOperation Operation(string id, string tag, string summary, string mediaType, OpenApiMediaType answer, IEnumerable<IOpenApiParameter> options, string prefer = ODataParameters.Prefer) => new()
    {
        OperationId = id,
        Tags = new HashSet<OpenApiTagReference> { new(tag, document) },
        Summary = summary,
        Parameters = [.. options, new OpenApiParameterReference(prefer, document), new OpenApiParameterReference("ifNoneMatch", document)],
        Responses = Responses(mediaType, answer),
    };

    private OpenApiResponses Responses(string mediaType, OpenApiMediaType answer) => WithErrors(
        new()
        {
            ["200"] = new OpenApiResponse
            {
                Description = "The answer.",
                Headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = Header("Names this very answer."), ["Preference-Applied"] = Applied },
                Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = answer },
            },
            ["304"] = new OpenApiResponse { Description = "The answer is still the one that If-None-Match names." },
        },
        ODataErrors.Always);

    private OpenApiResponses WithErrors(OpenApiResponses responses, IEnumerable<KeyValuePair<string, string>> errors)
    {
        foreach (var (status, name) in errors)
        {
            responses.Add(status, new OpenApiResponseReference(name, document));
        }

        return responses;
    }
}
