using System.Globalization;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>One store in the test's process, and real instances of the directory on it, each on a folder and a socket of its own.</summary>
public sealed class SharedStore : IAsyncLifetime
{
    public const string Database = "directory";

    public const string OtherDatabase = "other";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("instances-");

    public CosmosTestServer Server { get; private set; } = null!;

    /// <summary>The clock of all instances.</summary>
    public SetClock Clock { get; } = new(DirectoryHost.Now);

    /// <summary>Whether the store answers nobody.</summary>
    public bool IsAway { set => Server.OnRequest = value ? _ => Fault.Answer(503) : null; }

    public async ValueTask InitializeAsync()
    {
        Server = await CosmosTestServer.StartAsync();
        foreach (var database in new[] { Database, OtherDatabase })
        {
            Server.AddContainer(database, CosmosContainers.LedgerName, CosmosContainers.LedgerPartitionKey);
            Server.AddContainer(database, CosmosContainers.WorkName, CosmosContainers.WorkPartitionKey, timeToLive: -1);
        }
    }

    /// <summary>Takes an entry away, as a failover does with the last ones.</summary>
    public async Task LoseAsync(long sequence)
    {
        using var client = new CosmosClient(Server.ConnectionString, new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway });
        var id = sequence.ToString("D12", CultureInfo.InvariantCulture);
        using var answer = await client.GetContainer(Database, CosmosContainers.LedgerName).DeleteItemStreamAsync(id, new PartitionKey(CosmosLedger.Partition));
        Assert.True(answer.IsSuccessStatusCode, answer.ErrorMessage);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Starts an instance, as one of several behind one public address; the same name is the same machine, with what it kept.</summary>
    public async Task<Instance> StartAsync(string name = "first", string database = Database, TimeProvider? clock = null, string administrator = "")
    {
        var instance = new Instance(
            clock ?? Clock, "--environment", "Development", "--Site:PublicUrl", "https://directory.example.org",
            "--Storage:Kind", "Cosmos", "--Storage:Folder", Path.Combine(_folder.FullName, name),
            "--Storage:Cosmos:Endpoint", Server.Endpoint, "--Storage:Cosmos:Key", CosmosTestServer.Key, "--Storage:Cosmos:Database", database,
            "--Accounts:FirstAdministrator", administrator);
        await instance.InitializeAsync();
        return instance;
    }
}

/// <summary>One of several instances of the directory.</summary>
public sealed class Instance(TimeProvider clock, params string[] settings) : DirectoryHost(settings)
{
    public KeptLines Log { get; } = new();

    public CurrentSnapshot Current => Services.GetRequiredService<CurrentSnapshot>();

    public LedgerWriter Writer => Services.GetRequiredService<LedgerWriter>();

    /// <summary>Asks for an answer that goes as far as a position, for as long as an instance may take on a busy machine.</summary>
    public async Task<Answer> GetAsync(string path, long position = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Prefer", $"directory.position={position}, wait=30, maxpagesize=4");
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var applied = response.Headers.TryGetValues("Preference-Applied", out var values) ? string.Join(", ", values) : "";
        return new((int)response.StatusCode, response.Headers.ETag?.ToString(), body, applied.Contains($"directory.position={position}", StringComparison.Ordinal));
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        builder.Logging.AddProvider(Log);
    }
}

/// <summary>What a client got.</summary>
/// <param name="Status">The status.</param>
/// <param name="Tag">The entity tag; null for none.</param>
/// <param name="Body">The whole body.</param>
/// <param name="Reached">Whether it says that it goes as far as was asked for.</param>
public sealed record Answer(int Status, string? Tag, string Body, bool Reached);
