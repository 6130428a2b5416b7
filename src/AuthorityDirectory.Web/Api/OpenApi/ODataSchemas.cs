using System.Globalization;
using System.Text.Json.Nodes;
using AuthorityDirectory.OData.Model;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>The types of a model as schemas of an OpenAPI document.</summary>
public sealed class ODataSchemas(OpenApiDocument document)
{
    /// <summary>Adds a schema for every type that the model declares, and one for each list that is answered.</summary>
    public void Add(ODataModel model)
    {
        foreach (var type in model.Types)
        {
            Schemas.Add(type.Name, Schema(type));
        }

        foreach (var type in model.Sources.OfType<EntitySet>().Select(set => (ODataType)set.Type).Concat(model.Functions.Select(function => function.Result)).Distinct())
        {
            Schemas.Add(ListOf(type), List(type));
        }
    }

    /// <summary>The name of the schema of a list.</summary>
    public static string ListOf(ODataType type) => $"{type.Name}List";

    /// <summary>A value of a property that is not null and not several.</summary>
    public static OpenApiSchema Value(PrimitiveType type) => type.Name switch
    {
        "Boolean" => new() { Type = JsonSchemaType.Boolean },
        "Int32" => new() { Type = JsonSchemaType.Integer, Format = "int32" },
        "Int64" => new() { Type = JsonSchemaType.Integer, Format = "int64" },
        "Decimal" => new() { Type = JsonSchemaType.Number, Format = "decimal" },
        "Double" => new() { Type = JsonSchemaType.Number, Format = "double" },
        "String" => new() { Type = JsonSchemaType.String },
        "Date" => new() { Type = JsonSchemaType.String, Format = "date" },
        "DateTimeOffset" => new() { Type = JsonSchemaType.String, Format = "date-time" },
        "TimeOfDay" => new() { Type = JsonSchemaType.String, Format = "time" },
        "Duration" => new() { Type = JsonSchemaType.String, Format = "duration" },
        "Guid" => new() { Type = JsonSchemaType.String, Format = "uuid" },
        _ => throw new NotSupportedException($"{type.QualifiedName} has no schema yet."),
    };

    /// <summary>A value, or each value of several, of a primitive property, with what the model promises of it.</summary>
    public static OpenApiSchema Value(StructuralProperty property)
    {
        var value = Value((PrimitiveType)property.Type);
        value.MaxLength = property.MaxLength;
        value.Pattern = property.Rules.Pattern;
        value.Minimum = property.Rules.Minimum?.ToString(CultureInfo.InvariantCulture);
        value.Enum = property.Rules.AllowedValues is { Count: > 0 } allowed ? [.. allowed.Select(text => (JsonNode)text)] : null;
        return value;
    }

    private IDictionary<string, IOpenApiSchema> Schemas => document.Components!.Schemas!;

    private OpenApiSchema Schema(ODataType type) => type switch
    {
        EnumType members => Members(members),
        StructuredType structured => Structure(structured),
        _ => throw new NotSupportedException($"{type.QualifiedName} has no schema yet."),
    };

    private static OpenApiSchema Members(EnumType type) => new()
    {
        Type = JsonSchemaType.String,
        Description = string.Join(' ', type.Members.Where(member => member.Description is not null).Select(member => $"{member.Name}: {member.Description}").Prepend(type.Description)).Trim(),
        Enum = [.. type.Members.Select(member => (JsonNode)member.Name)],
    };

    private OpenApiSchema Structure(StructuredType type)
    {
        var properties = type.Properties.ToDictionary(property => property.Name, Property);
        foreach (var navigation in type.NavigationProperties)
        {
            properties.Add(navigation.Name, Navigation(navigation));
        }

        return new() { Type = JsonSchemaType.Object, Description = type.Description, Properties = properties };
    }

    private IOpenApiSchema Property(StructuralProperty property)
    {
        var value = property.Type is PrimitiveType ? Value(property) : One(property.Type);
        return property.IsCollection ? Several(value, property.Description, property.Rules.MinItems)
            : property is { IsNullable: true, Type: EnumType members } ? MembersOrNull(members, property.Description)
            : Described(value, property.Description, property.IsNullable);
    }

    private IOpenApiSchema Navigation(NavigationProperty navigation)
    {
        var description = $"{navigation.Description} Only with $expand={navigation.Name}.".Trim();
        var target = Reference(navigation.Target.Name);
        return navigation.IsCollection ? Several(target, description) : Described(target, description, navigation.IsNullable);
    }

    private OpenApiSchema List(ODataType type) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "value" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["@odata.context"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri", Description = "Where $metadata describes this answer." },
            ["@odata.count"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "How many there are on all pages together; with $count=true." },
            ["@odata.nextLink"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri", Description = "The next page; absent on the last. Follow it as it is." },
            ["value"] = Several(One(type), null),
        },
    };

    private IOpenApiSchema One(ODataType type) => type is PrimitiveType primitive ? Value(primitive) : Reference(type.Name);

    private OpenApiSchemaReference Reference(string name) => new(name, document);

    private static OpenApiSchema Several(IOpenApiSchema item, string? description, int? fewest = null) =>
        new() { Type = JsonSchemaType.Array, Items = item, Description = description, MinItems = fewest };

    private static OpenApiSchema MembersOrNull(EnumType type, string? description) => new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Null,
        Description = description ?? type.Description,
        Enum = [.. type.Members.Select(member => (JsonNode)member.Name), JsonNullSentinel.JsonNull],
    };

    /// <summary>OpenAPI 3.0 hears nothing beside a reference, so what is said of one is said around it.</summary>
    private static IOpenApiSchema Described(IOpenApiSchema value, string? description, bool isNullable)
    {
        if (value is OpenApiSchema own)
        {
            own.Type |= isNullable ? JsonSchemaType.Null : 0;
            own.Description = description;
            return own;
        }

        return description is null && !isNullable ? value : new OpenApiSchema
        {
            Type = isNullable ? JsonSchemaType.Object | JsonSchemaType.Null : null,
            Description = description,
            AllOf = [value],
        };
    }
}
