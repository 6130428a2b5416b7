using System.Text.Json.Nodes;
using AuthorityDirectory.Web.Hosting;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>What the service answers when it does not answer the question.</summary>
public sealed class ODataErrors(OpenApiDocument document, LiveExamples examples)
{
    /// <summary>The name of the schema of an error.</summary>
    private const string Error = "Error";

    /// <summary>Those that any question may meet, by status.</summary>
    public static IReadOnlyDictionary<string, string> Always { get; } =
        new Dictionary<string, string> { ["400"] = "BadRequest", ["406"] = "NotAcceptable", ["429"] = "TooManyRequests", ["501"] = "NotImplemented" };

    /// <summary>Those that a question with a body may meet beside.</summary>
    public static IReadOnlyDictionary<string, string> OfBodies { get; } =
        new Dictionary<string, string> { ["413"] = "TooLong", ["415"] = "UnsupportedMediaType" };

    /// <summary>The one that a question for something by its key may meet.</summary>
    public const string NotFound = "NotFound";

    /// <summary>Adds the schema of errors and the responses, each with what the service really says.</summary>
    public async Task AddAsync()
    {
        document.Components!.Schemas!.Add(Error, Schema());
        Add("BadRequest", "The question is wrong; the message says what, the target and position say where.", await examples.AnswerAsync("States?$filter=Nme%20eq%20'Austria'"));
        Add(NotFound, "There is no such entity, or it is null.", await examples.AnswerAsync("States('ZZ')"));
        Add("NotAcceptable", "The service does not write the media types that Accept names.", null);
        Add("NotImplemented", "OData has it and this service does not.", await examples.AnswerAsync("States?$apply=aggregate($count%20as%20Number)"));
        Add("TooLong", "The body has more bytes than the service reads.", null);
        Add("UnsupportedMediaType", "The body is of a media type that the service does not read here.", await examples.AnswerAsync("States/$query", "text/csv", "$top=1"));
        Add("TooManyRequests", "Too many requests from this caller.", JsonNode.Parse(RequestLimits.Error(7)));
        ((OpenApiResponse)document.Components.Responses!["TooManyRequests"]).Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["Retry-After"] = new OpenApiHeader { Description = "Seconds to wait.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
        };
    }

    /// <summary>An answer that is an error.</summary>
    public static OpenApiResponse Response(OpenApiDocument document, string description, JsonNode? example) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Error, document), Example = example } },
    };

    private void Add(string name, string description, JsonNode? example) => document.Components!.Responses!.Add(name, Response(document, description, example));

    /// <summary>The single reasons of an error, which only what is written can have.</summary>
    public void AddDetails() => ((OpenApiSchema)document.Components!.Schemas![Error].Properties!["error"]).Properties!.Add("details", new OpenApiSchema
    {
        Type = JsonSchemaType.Array,
        Description = "The single faults of a body.",
        Items = Reason([]),
    });

    private static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What is wrong, where, and what to do.",
        Required = new HashSet<string> { "error" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["error"] = Reason([new("@query.position", new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The character of the target's decoded text, from 1." })]),
        },
    };

    private static OpenApiSchema Reason(IEnumerable<KeyValuePair<string, IOpenApiSchema>> more) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "code", "message" },
        Properties = new Dictionary<string, IOpenApiSchema>(
        [
            new("code", new OpenApiSchema { Type = JsonSchemaType.String, Description = "A word for programs." }),
            new("message", new OpenApiSchema { Type = JsonSchemaType.String, Description = "A sentence for people." }),
            new("target", new OpenApiSchema { Type = JsonSchemaType.String, Description = "The part of the request that is meant." }),
            .. more,
        ]),
    };
}
