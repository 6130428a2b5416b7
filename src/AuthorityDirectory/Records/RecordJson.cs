using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>Records as JSON on the ledger: camelCase members, short codes, ISO dates.</summary>
/// <remarks>
/// What equals a new record's own value – null, an empty list, <c>not-stated</c> – is left out, so a property added later changes no stored line;
/// a default can therefore never be changed. A member that no property reads is an error, not silently lost.
/// </remarks>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutTheKey, LeaveOutDefaults } },
    };

    static RecordJson()
    {
        foreach (var converter in CodeConverters())
        {
            Options.Converters.Add(converter);
        }
    }

    /// <summary>The record as a JSON object without empty members.</summary>
    public static JsonObject Write(DirectoryRecord record, Type type) => (JsonObject)Prune(JsonSerializer.SerializeToNode(record, type, Options)!);

    /// <summary>The record that a JSON object in UTF-8 describes.</summary>
    /// <exception cref="JsonException">A required member is missing, or a member or code is not known.</exception>
    public static DirectoryRecord Read(ReadOnlySpan<byte> body, Type type) => (DirectoryRecord)JsonSerializer.Deserialize(body, type, Options)!;

    /// <summary>The record that a JSON object describes.</summary>
    /// <exception cref="JsonException">A required member is missing, or a member or code is not known.</exception>
    public static DirectoryRecord Read(JsonObject body, Type type) => (DirectoryRecord)body.Deserialize(type, Options)!;

    private static JsonNode Prune(JsonNode node)
    {
        if (node is JsonArray list)
        {
            list.ToList().ForEach(element => Prune(element!));
        }
        else if (node is JsonObject parent)
        {
            var empty = parent.Where(member => Prune(member.Value!) is JsonObject { Count: 0 } or JsonArray { Count: 0 }).ToList();
            empty.ForEach(member => parent.Remove(member.Key));
        }

        return node;
    }

    private static void LeaveOutTheKey(JsonTypeInfo type)
    {
        if (type.Type.IsAssignableTo(typeof(DirectoryRecord)))
        {
            type.Properties.Remove(type.Properties.Single(property => property.Name == "key"));
        }
    }

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.GetConstructor(Type.EmptyTypes) is null)
        {
            return;
        }

        var fresh = Activator.CreateInstance(type.Type)!;
        foreach (var property in type.Properties.Where(property => !property.IsRequired))
        {
            var absent = property.Get!(fresh);
            property.ShouldSerialize = (_, value) => !Equals(value, absent);
        }
    }

    private static IEnumerable<JsonConverter> CodeConverters() =>
        from field in typeof(Codes).GetFields()
        let list = field.GetValue(null)!
        let converter = typeof(CodeConverter<>).MakeGenericType(list.GetType().GetGenericArguments())
        select (JsonConverter)Activator.CreateInstance(converter, list)!;

    private sealed class CodeConverter<T>(CodeList<T> codes) : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            codes.Parse(reader.GetString()) ?? throw new JsonException($"{typeof(T).Name} has no code '{reader.GetString()}'.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(codes.CodeOf(value));
    }
}
