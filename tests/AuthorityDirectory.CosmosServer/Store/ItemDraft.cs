using System.Text;
using System.Text.Json;

namespace AuthorityDirectory.CosmosServer.Store;

/// <summary>What a client sent to be stored, once it is known to be acceptable.</summary>
internal sealed record ItemDraft(string Partition, string Id, byte[] Body, int? TimeToLive)
{
    private const int MaxBytes = 2 * 1024 * 1024;
    private const int MaxIdBytes = 1023;

    private static readonly string[] OfTheService = ["_rid", "_self", "_etag", "_attachments", "_ts", "_lsn"];

    /// <exception cref="StoreException">It cannot be stored.</exception>
    public static ItemDraft Read(byte[] body, string? partition, Container container)
    {
        StoreException.ThrowIf(body.Length > MaxBytes, 413, "RequestEntityTooLarge", "Request size is too large.");
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 128 });
            return Read(document.RootElement, partition, container);
        }
        catch (JsonException error)
        {
            throw new StoreException(400, "BadRequest", $"The body is not JSON: {error.Message}");
        }
    }

    private static ItemDraft Read(JsonElement json, string? partition, Container container)
    {
        StoreException.ThrowIf(json.ValueKind != JsonValueKind.Object, 400, "BadRequest", "The body is not a JSON object.");
        StoreException.ThrowIf(partition is null, 400, "BadRequest", "The partition key of the request is missing.");
        StoreException.ThrowIf(
            Text(json, container.PartitionKey) != partition,
            400,
            "BadRequest",
            "PartitionKey extracted from document doesn't match the one specified in the header.",
            1001);
        return new ItemDraft(partition!, IdOf(json), Rewrite(json), TimeToLiveOf(json));
    }

    private static string IdOf(JsonElement json)
    {
        var id = Text(json, "id");
        StoreException.ThrowIf(
            string.IsNullOrEmpty(id) || Encoding.UTF8.GetByteCount(id) > MaxIdBytes || id.IndexOfAny(['/', '\\', '?', '#']) >= 0,
            400,
            "BadRequest",
            $"An id is a text of 1 to {MaxIdBytes} bytes without / \\ ? #.");
        return id!;
    }

    private static int? TimeToLiveOf(JsonElement json)
    {
        if (!json.TryGetProperty("ttl", out var value))
        {
            return null;
        }

        StoreException.ThrowIf(
            value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var seconds) || seconds is not (-1 or > 0),
            400,
            "BadRequest",
            "The time to live is a whole number of seconds, or -1.");
        return value.GetInt32();
    }

    /// <summary>The object in the service's own writing: the same JSON, not the same bytes.</summary>
    private static byte[] Rewrite(JsonElement json)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (var member in json.EnumerateObject().Where(member => !OfTheService.Contains(member.Name)))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return output.ToArray();
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
