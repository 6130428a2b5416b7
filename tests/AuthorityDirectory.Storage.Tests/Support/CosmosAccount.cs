using System.Diagnostics.CodeAnalysis;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Tests.Ledger;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Storage.Tests.Support;

/// <summary>An account for a class of tests: the server in our process, or a real account or emulator that <c>COSMOS_TEST_CONNECTION</c> names.</summary>
public sealed class CosmosAccount : IAsyncLifetime
{
    private const string Database = "directory-tests";

    private static readonly string? Connection = Environment.GetEnvironmentVariable("COSMOS_TEST_CONNECTION");

    private CosmosTestServer? _server;

    // A new client otherwise asks the cloud's metadata address, which is not there.
    static CosmosAccount() => Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");

    public CosmosOptions Options { get; private set; } = null!;

    /// <summary>The server in our process; a test that asks for it is skipped against a real account.</summary>
    public CosmosTestServer Server
    {
        get
        {
            Assert.SkipWhen(_server is null, "A real account does not fail on demand: COSMOS_TEST_CONNECTION is set.");
            return _server;
        }
    }

    /// <summary>Ends all faults.</summary>
    public void Quiet()
    {
        if (_server is { } server)
        {
            server.OnRequest = null;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _server = Connection is null ? await CosmosTestServer.StartAsync() : null;
        Options = OptionsOf(_server?.ConnectionString ?? Connection!);
        if (_server is { } server)
        {
            server.AddContainer(Database, CosmosContainers.LedgerName, CosmosContainers.LedgerPartitionKey);
            server.AddContainer(Database, CosmosContainers.WorkName, CosmosContainers.WorkPartitionKey, timeToLive: -1);
        }
        else
        {
            await MakeContainersAsync();
        }
    }

    /// <summary>A ledger of its own in the account, through a client of its own.</summary>
    public ILedgerStore OpenLedger(string? partition = null, CosmosPatience? patience = null) => new Store(Options with { Patience = patience ?? new() }, partition ?? NewName());

    public static string NewName() => Guid.NewGuid().ToString("N");

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static CosmosOptions OptionsOf(string connection)
    {
        var parts = connection.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        return new CosmosOptions(new Uri(parts["AccountEndpoint"])) { Key = parts["AccountKey"], Database = Database };
    }

    private async Task MakeContainersAsync()
    {
        using var client = new CosmosClient(Options.Endpoint.AbsoluteUri, Options.Key, new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway });
        var database = (await client.CreateDatabaseIfNotExistsAsync(Database)).Database;
        foreach (var (name, key, timeToLive) in new[]
        {
            (CosmosContainers.LedgerName, CosmosContainers.LedgerPartitionKey, (int?)null),
            (CosmosContainers.WorkName, CosmosContainers.WorkPartitionKey, -1),
        })
        {
            await database.CreateContainerIfNotExistsAsync(new ContainerProperties(name, key)
            {
                PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2,
                DefaultTimeToLive = timeToLive,
            });
        }
    }

    private sealed class Store : ILedgerStore
    {
        private readonly CosmosOptions _options;
        private readonly string _partition;
        private CosmosContainers _containers;

        public Store(CosmosOptions options, string partition)
        {
            _options = options;
            _partition = partition;
            Open();
        }

        public ILedger Ledger { get; private set; }

        public Task ReopenAsync()
        {
            _containers.Dispose();
            Open();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            _containers.Dispose();
            return ValueTask.CompletedTask;
        }

        [MemberNotNull(nameof(_containers), nameof(Ledger))]
        private void Open()
        {
            _containers = new CosmosContainers(_options);
            Ledger = new CosmosLedger(_containers, NullLogger<CosmosLedger>.Instance, _partition);
        }
    }
}
