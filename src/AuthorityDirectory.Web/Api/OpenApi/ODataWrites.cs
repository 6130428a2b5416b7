using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Writing;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>Inserts and bound actions as operations, each with the body that it takes and the answers that it may meet.</summary>
public sealed class ODataWrites(OpenApiDocument document)
{
    /// <summary>The name of the way in which a caller says who it is.</summary>
    private const string Bearer = "bearer";

    private const string Json = "application/json";

    private static readonly IReadOnlyDictionary<string, (string Name, string Description)> Refusals = new Dictionary<string, (string, string)>
    {
        ["400"] = ("InvalidBody", "The body is wrong; the details name each fault and its place. Nothing was written."),
        ["401"] = ("Unauthorized", "A bearer token is needed."),
        ["403"] = ("Forbidden", "The token does not allow it."),
        ["409"] = ("Conflict", "It contradicts what is there: another content under the same key, or a state that does not allow it."),
        ["503"] = ("Unavailable", "It could not be written now; Retry-After says when to send the same request again."),
    };

    private static readonly IReadOnlyDictionary<string, (string Name, string Description)> Conditions = new Dictionary<string, (string, string)>
    {
        ["412"] = ("PreconditionFailed", "The entity is no longer the one that If-Match names. Nothing was written."),
        ["428"] = ("PreconditionRequired", "If-Match is needed."),
    };

    /// <summary>Adds what all writes share.</summary>
    public void Add()
    {
        foreach (var (name, description) in Refusals.Values.Concat(Conditions.Values))
        {
            document.Components!.Responses!.Add(name, ODataErrors.Response(document, description, null));
        }

        document.Components!.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer } };
    }

    /// <summary>An insert into a set.</summary>
    public OpenApiOperation Insert(EntitySet set)
    {
        var operation = Operation($"create{set.Name}", set.Name, set.Insert!, $"Creates one of {set.Name}.");
        operation.Responses!.Add("201", Entity("It is new; Location says where it is.", set.Type, "Location"));
        operation.Responses.Add("200", Entity("It was there already with the same content.", set.Type));
        operation.Responses.Add("204", new OpenApiResponse { Description = "It is there, and the caller preferred return=minimal." });
        return operation;
    }

    /// <summary>An action on an entity of a set.</summary>
    public OpenApiOperation Invoke(EntitySet set, ODataAction action)
    {
        var operation = Operation($"{char.ToLowerInvariant(action.Name[0])}{action.Name[1..]}{set.Name}", set.Name, action, action.Name);
        operation.Parameters = [IfMatch(action.NeedsMatch)];
        if (action.HasAnswer)
        {
            operation.Responses!.Add("200", Entity("The entity as it is now.", set.Type));
        }

        operation.Responses!.Add("204", new OpenApiResponse { Description = action.HasAnswer ? "It is done, and the caller preferred return=minimal." : "It is done." });
        Refer(operation, Named(Conditions).Where(condition => condition.Key == "412" || action.NeedsMatch));
        return operation;
    }

    private OpenApiOperation Operation(string id, string tag, ODataWrite write, string summary)
    {
        var operation = new OpenApiOperation
        {
            OperationId = id,
            Tags = new HashSet<OpenApiTagReference> { new(tag, document) },
            Summary = write.Description ?? summary,
            RequestBody = new OpenApiRequestBody
            {
                Required = write.Input.Members.Any(member => member.IsRequired),
                Content = new Dictionary<string, OpenApiMediaType> { [Json] = new OpenApiMediaType { Schema = ODataInputs.Of(write.Input), Example = WriteExamples.Of(id) } },
            },
            Responses = [],
            Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }],
        };
        Refer(operation, Named(Refusals));
        Refer(operation, ODataErrors.Always.Concat(ODataErrors.OfBodies).Where(error => !Refusals.ContainsKey(error.Key)));
        return operation;
    }

    private static IEnumerable<KeyValuePair<string, string>> Named(IReadOnlyDictionary<string, (string Name, string Description)> errors) =>
        errors.Select(error => KeyValuePair.Create(error.Key, error.Value.Name));

    private void Refer(OpenApiOperation operation, IEnumerable<KeyValuePair<string, string>> errors)
    {
        foreach (var (status, name) in errors)
        {
            operation.Responses!.Add(status, new OpenApiResponseReference(name, document));
        }
    }

    private OpenApiResponse Entity(string description, EntityType type, params string[] headers) => new()
    {
        Description = description,
        Headers = headers.Append("ETag").ToDictionary(name => name, IOpenApiHeader (_) => new OpenApiHeader { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }),
        Content = new Dictionary<string, OpenApiMediaType> { [Json] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(type.Name, document) } },
    };

    private static OpenApiParameter IfMatch(bool isRequired) => new()
    {
        Name = "If-Match",
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = "The ETag of the entity that is meant, so that nobody's change is overwritten unseen; * takes whatever is there.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
