using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Benchmarks;

/// <summary>The in-process account of the tests, with the containers that a deployment makes.</summary>
internal sealed class CosmosStore : IAsyncDisposable
{
    private const string Database = "directory";

    private CosmosStore(CosmosTestServer server) => Server = server;

    public CosmosTestServer Server { get; }

    public CosmosOptions Options => new(new Uri(Server.Endpoint)) { Key = CosmosTestServer.Key, Database = Database };

    public static async Task<CosmosStore> StartAsync()
    {
        var server = await CosmosTestServer.StartAsync();
        server.AddContainer(Database, CosmosContainers.LedgerName, CosmosContainers.LedgerPartitionKey);
        server.AddContainer(Database, CosmosContainers.WorkName, CosmosContainers.WorkPartitionKey, timeToLive: -1);
        return new(server);
    }

    /// <summary>How many requests of any kind have come.</summary>
    public long Requests => Enum.GetValues<CosmosOperation>().Sum(Server.Count);

    /// <summary>Gives the store a ledger, entry by entry.</summary>
    public async Task FillAsync(IReadOnlyList<LedgerEntry> entries)
    {
        using var containers = new CosmosContainers(Options);
        await new CosmosRestore(containers, NullLogger<CosmosRestore>.Instance).RunAsync(entries, mayContinue: false, new Progress<long>(), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
