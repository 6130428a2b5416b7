using Microsoft.Extensions.Configuration;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Which account of Azure Cosmos DB holds the directory, and as whom it is opened: section <c>Storage:Cosmos</c> of the configuration.</summary>
/// <param name="Endpoint">The account's address.</param>
public sealed record CosmosOptions(Uri Endpoint)
{
    private const string Section = "Storage:Cosmos";

    /// <summary>The database; its containers are <see cref="CosmosContainers.LedgerName"/> and <see cref="CosmosContainers.WorkName"/>.</summary>
    public string Database { get; init; } = "directory";

    /// <summary>The account's key, in development only; null to sign in with an identity.</summary>
    public string? Key { get; init; }

    /// <summary>The client id of a user-assigned managed identity; null for the machine's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>Whether a person's own sign-in counts as an identity, as in development and at the command line.</summary>
    public bool AllowsPersonalSignIn { get; init; }

    /// <summary>The account's regions in the order in which to ask them; empty to leave it to the account.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>How long to wait for the store.</summary>
    public CosmosPatience Patience { get; init; } = new();

    /// <summary>Reads the section.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="isDevelopment">Whether a key and a developer's sign-in are allowed.</param>
    /// <exception cref="StorageRefusedException">A value is missing or not allowed; the message names it.</exception>
    public static CosmosOptions From(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection(Section);
        return new CosmosOptions(ParseEndpoint(section["Endpoint"]))
        {
            Database = section["Database"] is { Length: > 0 } database ? database : "directory",
            Key = ParseKey(section["Key"], isDevelopment),
            ClientId = section["ClientId"] is { Length: > 0 } client ? client : null,
            AllowsPersonalSignIn = isDevelopment,
            Regions = [.. (section["Regions"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        };
    }

    private static Uri ParseEndpoint(string? endpoint)
    {
        StorageRefusedException.ThrowIf(
            string.IsNullOrWhiteSpace(endpoint),
            $"Storage:Kind is Cosmos, but {Section}:Endpoint is not set: give the account's address, such as https://example.documents.azure.com.");
        var isAddress = Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
        StorageRefusedException.ThrowIf(
            !isAddress,
            $"{Section}:Endpoint is \"{endpoint}\". Allowed: an https address, such as https://example.documents.azure.com, or http on this machine.");
        return address!;
    }

    private static string? ParseKey(string? key, bool isDevelopment)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return null;
        }

        StorageRefusedException.ThrowIf(
            !isDevelopment,
            $"{Section}:Key is set, but a key is for development only: remove it, and give the application's managed identity its data roles.");
        StorageRefusedException.ThrowIf(
            !Convert.TryFromBase64String(key, new byte[key.Length], out _),
            $"{Section}:Key is not an account key: copy it whole, it is Base64.");
        return key;
    }
}
