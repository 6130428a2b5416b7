using System.Text.Json;

namespace AuthorityDirectory.CosmosServer.Store;

/// <summary>How a container was declared.</summary>
/// <param name="Id">Its name.</param>
/// <param name="PartitionKeyPath">A slash and one member's name.</param>
/// <param name="PartitionKeyVersion">Which hash spreads the partitions.</param>
/// <param name="TimeToLive">Seconds; -1 when only items say; null when nothing ever expires.</param>
internal sealed record ContainerDefinition(string Id, string PartitionKeyPath, int PartitionKeyVersion, int? TimeToLive)
{
    /// <summary>Reads a request for a new container.</summary>
    /// <exception cref="StoreException">It asks for what this server does not serve or the service refuses.</exception>
    public static ContainerDefinition Read(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var json = document.RootElement;
        var key = json.GetProperty("partitionKey");
        var version = key.TryGetProperty("version", out var number) ? number.GetInt32() : 1;
        StoreException.ThrowIf(version != 2, 400, "BadRequest", "This server serves containers of partition key version 2 only: say so when creating one.");
        StoreException.ThrowIf(
            json.TryGetProperty("indexingPolicy", out var policy) && !NamesRoot(policy),
            400,
            "BadRequest",
            "The root path '/*' is neither included nor excluded in the indexing policy.");
        return new ContainerDefinition(
            json.GetProperty("id").GetString()!,
            key.GetProperty("paths")[0].GetString()!,
            version,
            json.TryGetProperty("defaultTtl", out var seconds) ? seconds.GetInt32() : null);
    }

    private static bool NamesRoot(JsonElement policy) =>
        new[] { "includedPaths", "excludedPaths" }.Any(name =>
            policy.TryGetProperty(name, out var paths) && paths.EnumerateArray().Any(path => path.GetProperty("path").GetString() == "/*"))
        || !policy.TryGetProperty("includedPaths", out _);
}
