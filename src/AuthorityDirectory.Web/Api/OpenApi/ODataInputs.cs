using System.Text.Json.Nodes;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Writing;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>What clients may send as schemas: what is declared, and nothing else.</summary>
public static class ODataInputs
{
    /// <summary>The schema of a body.</summary>
    public static OpenApiSchema Of(InputShape shape) => new()
    {
        Type = JsonSchemaType.Object,
        Required = shape.Members.Where(member => member.IsRequired).Select(member => member.Name).ToHashSet(),
        Properties = shape.Members.ToDictionary(member => member.Name, Member),
        AdditionalPropertiesAllowed = false,
    };

    private static IOpenApiSchema Member(InputMember member)
    {
        var value = Value(member);
        if (member.IsCollection)
        {
            return new OpenApiSchema { Type = JsonSchemaType.Array, Items = value, Description = member.Description, MinItems = member.IsRequired ? 1 : null };
        }

        value.Description = member.Description;
        if (!member.IsRequired)
        {
            value.Type |= JsonSchemaType.Null;
            value.Enum?.Add(JsonNullSentinel.JsonNull);
        }

        return value;
    }

    private static OpenApiSchema Value(InputMember member)
    {
        var value = member switch
        {
            { Shape: { } shape } => Of(shape),
            { Type: EnumType members } => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. members.Members.Select(known => (JsonNode)known.Name)] },
            { Type: PrimitiveType primitive } => ODataSchemas.Value(primitive),
            _ => throw new NotSupportedException($"{member.Type} has no schema yet."),
        };
        value.MaxLength = member.MaxLength;
        return value;
    }
}
