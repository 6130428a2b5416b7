using Azure.Core;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Makes the one client that a process has for an account.</summary>
internal static class CosmosClientFactory
{
    public static CosmosClient Create(CosmosOptions options) =>
        options.Key is { } key
            ? new CosmosClient(options.Endpoint.AbsoluteUri, key, ClientOptions(options))
            : new CosmosClient(options.Endpoint.AbsoluteUri, Identity(options), ClientOptions(options));

    /// <remarks>
    /// Gateway mode: one port, the path that the tests exercise, and fast enough because reading is served from memory. Throttling (429) is left to the client,
    /// with lower limits than its own, because what is above retries as well. The address is never pinned: that would switch off the client's handling of failover.
    /// </remarks>
    private static CosmosClientOptions ClientOptions(CosmosOptions options) => new()
    {
        ApplicationName = "authority-directory",
        ConnectionMode = ConnectionMode.Gateway,
        ApplicationPreferredRegions = options.Regions.Count == 0 ? null : options.Regions,
        EnableContentResponseOnWrite = false,
        AllowBulkExecution = false,
        MaxRetryAttemptsOnRateLimitedRequests = 3,
        MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(5),
        CosmosClientTelemetryOptions = new() { DisableDistributedTracing = false },
    };

    private static TokenCredential Identity(CosmosOptions options) =>
        options.AllowsPersonalSignIn ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ClientId })
        : options.ClientId is { } client ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
        : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
}
