using System.Text.Json.Nodes;
using AuthorityDirectory.OData.Model;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>The options of a question as parameters.</summary>
public sealed class ODataParameters(OpenApiDocument document)
{
    /// <summary>The names of the parameter <c>Prefer</c>: of a list, of a batch and of what is neither.</summary>
    public const string PreferPages = "preferPages", PreferBatch = "preferBatch", Prefer = "prefer";

    private static readonly string Position =
        $"directory.position=42, wait=5 waits up to 5 seconds (at most {PositionPreference.Longest.TotalSeconds}) until the directory has the entry 42 of its ledger. What was done is in Preference-Applied.";

    private static readonly string[] Paging = ["top", "skip", "count"];

    /// <summary>Adds those that are the same for every question.</summary>
    public void Add()
    {
        Shared.Add("top", Query("$top", "How many to give; more than a page holds come behind @odata.nextLink.", new() { Type = JsonSchemaType.Integer, Minimum = "0" }, 5));
        Shared.Add("skip", Query("$skip", "How many to leave out first.", new() { Type = JsonSchemaType.Integer, Minimum = "0" }));
        Shared.Add("count", Query("$count", "Whether to say how many there are on all pages together.", new() { Type = JsonSchemaType.Boolean }));
        Shared.Add(PreferPages, Header("Prefer", $"maxpagesize=50 asks for pages of 50. {Position}"));
        Shared.Add(Prefer, Header("Prefer", Position));
        Shared.Add(PreferBatch, Header("Prefer", $"continue-on-error goes on after a request that fails; without it the batch ends there. What is said here holds for its requests too: maxpagesize=50 asks for pages of 50. {Position}"));
        Shared.Add("ifNoneMatch", Header("If-None-Match", "The ETag of an answer that the client has; if it is still the same, the answer is 304."));
    }

    /// <summary>The options of a question for a list.</summary>
    /// <param name="type">The type of its entities.</param>
    /// <param name="isSearchable">Whether it can be searched.</param>
    /// <param name="sample">One of the entities, to make an example of; null for none.</param>
    public IEnumerable<IOpenApiParameter> OfList(EntityType type, bool isSearchable, JsonObject? sample) =>
    [
        .. OfCount(type, isSearchable, sample),
        Text("$orderby", $"Properties or expressions to sort by, each with asc or desc: {Names(type.Properties.Where(IsSortable))}.", type.KeyProperty!.Name),
        .. OfEntity(type),
        .. Paging.Select(name => new OpenApiParameterReference(name, document)),
    ];

    /// <summary>The options of a question for a number.</summary>
    public static IEnumerable<IOpenApiParameter> OfCount(EntityType type, bool isSearchable, JsonObject? sample)
    {
        yield return Text("$filter", "Only those for which this expression is true.", sample is null ? null : Condition(type, sample));
        if (isSearchable)
        {
            yield return Text("$search", "Only those whose names have these words, in any script, accents or not; \"phrases\", AND, OR, NOT and brackets combine them.");
        }
    }

    /// <summary>The options of a question for one entity.</summary>
    public static IEnumerable<IOpenApiParameter> OfEntity(EntityType type)
    {
        yield return Text("$select", $"Only these properties, by commas: {Names(type.Properties)}. A slash leads into a value: {Path(type)}.");
        if (type.NavigationProperties.Count > 0)
        {
            yield return Text("$expand", $"Related entities to include, by commas, each with options of its own in brackets: {Names(type.NavigationProperties)}.");
        }
    }

    /// <summary>The key of one entity, as a part of the path.</summary>
    public static OpenApiParameter Key(StructuralProperty key, JsonNode? example) => new()
    {
        Name = key.Name,
        In = ParameterLocation.Path,
        Required = true,
        Description = key.Description,
        Schema = ODataSchemas.Value(key),
        Example = example?.DeepClone(),
    };

    private IDictionary<string, IOpenApiParameter> Shared => document.Components!.Parameters!;

    private static OpenApiParameter Text(string name, string description, string? example = null) =>
        Query(name, description, new() { Type = JsonSchemaType.String }, example);

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema, JsonNode? example = null) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema, Example = example };

    private static OpenApiParameter Header(string name, string description) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static string Names(IEnumerable<ODataProperty> properties) => string.Join(", ", properties.Select(property => property.Name));

    private static string Path(EntityType type) =>
        type.Properties.FirstOrDefault(property => property.Type is ComplexType) is { Type: ComplexType within } property
            ? $"{property.Name}/{within.Properties[0].Name}" : "Property/Part";

    private static bool IsSortable(StructuralProperty property) => property is { IsCollection: false, Type: PrimitiveType or EnumType };

    /// <summary>A condition that the sample meets: on what it is of, else on its key.</summary>
    public static string Condition(EntityType type, JsonObject sample)
    {
        var property = type.Properties.FirstOrDefault(p => p is { IsCollection: false, Type: EnumType } && sample[p.Name]?.ToString() is not (null or "NotStated")) ?? type.KeyProperty!;
        var value = sample[property.Name]!;
        return value.GetValueKind() is System.Text.Json.JsonValueKind.String ? $"{property.Name} eq '{value}'" : $"{property.Name} eq {value.ToJsonString()}";
    }
}
