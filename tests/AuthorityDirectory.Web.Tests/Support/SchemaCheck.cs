using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Holds a JSON value against a schema: kinds, null, members of enumerations, and nothing that the schema does not name.</summary>
public static class SchemaCheck
{
    public static IEnumerable<string> Faults(JsonElement value, IOpenApiSchema schema, string place)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return schema.Type?.HasFlag(JsonSchemaType.Null) is true ? [] : [$"{place} is null"];
        }

        return schema.AllOf is { Count: > 0 } all ? all.SelectMany(part => Faults(value, part, place)) : NotNull(value, schema, place);
    }

    private static IEnumerable<string> NotNull(JsonElement value, IOpenApiSchema schema, string place) => (schema.Type & ~JsonSchemaType.Null, value.ValueKind) switch
    {
        (JsonSchemaType.Object, JsonValueKind.Object) => value.EnumerateObject().SelectMany(property => Property(property, schema, $"{place}/{property.Name}")),
        (JsonSchemaType.Array, JsonValueKind.Array) => Items(value, schema, place),
        (JsonSchemaType.String, JsonValueKind.String) => Text(value.GetString()!, schema, place),
        (JsonSchemaType.Integer, JsonValueKind.Number) => value.TryGetInt64(out var number) ? Number(number, schema, place) : [$"{place} is no integer"],
        (JsonSchemaType.Number, JsonValueKind.Number) => Number(value.GetDecimal(), schema, place),
        (JsonSchemaType.Boolean, JsonValueKind.True or JsonValueKind.False) => [],
        (null, _) => [],
        _ => [$"{place} is {value.ValueKind}, not {schema.Type}"],
    };

    private static IEnumerable<string> Property(JsonProperty property, IOpenApiSchema schema, string place) =>
        schema.Properties?.TryGetValue(property.Name, out var known) is true ? Faults(property.Value, known, place)
        : schema.AdditionalProperties is { } others ? Faults(property.Value, others, place)
        : property.Name.Contains('@', StringComparison.Ordinal) ? []
        : [$"{place} is not described"];

    private static IEnumerable<string> Items(JsonElement value, IOpenApiSchema schema, string place) =>
        value.GetArrayLength() < (schema.MinItems ?? 0) ? [$"{place} has fewer than {schema.MinItems}"]
        : value.EnumerateArray().SelectMany((item, index) => Faults(item, schema.Items!, $"{place}[{index}]"));

    private static IEnumerable<string> Number(decimal value, IOpenApiSchema schema, string place) =>
        schema.Minimum is { } minimum && value < decimal.Parse(minimum, CultureInfo.InvariantCulture) ? [$"{place} is less than {minimum}"] : [];

    private static IEnumerable<string> Text(string text, IOpenApiSchema schema, string place)
    {
        if (schema.Enum is { Count: > 0 } members && !members.Any(member => member?.ToString() == text))
        {
            yield return $"{place} is '{text}', no member of the enumeration";
        }

        if (text.Length > (schema.MaxLength ?? int.MaxValue))
        {
            yield return $"{place} is longer than {schema.MaxLength}";
        }

        if (schema.Pattern is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.ECMAScript))
        {
            yield return $"{place} is '{text}', which does not match {pattern}";
        }

        if (schema.Format == "date" && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))
        {
            yield return $"{place} is '{text}', no date";
        }
    }
}
