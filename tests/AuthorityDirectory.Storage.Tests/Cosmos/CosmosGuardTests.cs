using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

/// <summary>A store that would lose entries without a word, or cannot be used, is refused with a sentence that says what to change.</summary>
public sealed class CosmosGuardTests : IAsyncLifetime
{
    private CosmosTestServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await CosmosTestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_account_of_the_deployment_is_opened()
    {
        AddContainers();

        using var containers = new CosmosContainers(Options());

        await containers.CheckAsync(Token);
    }

    [Fact]
    public async Task Several_write_regions_are_refused()
    {
        AddContainers();
        _server.WriteRegions = 2;

        await AssertRefusedAsync("takes writes in several regions (Region 1, Region 2)");
    }

    [Theory]
    [InlineData("Eventual")]
    [InlineData("ConsistentPrefix")]
    public async Task A_consistency_weaker_than_session_is_refused(string consistency)
    {
        AddContainers();
        _server.Consistency = consistency;

        await AssertRefusedAsync($"consistency is {consistency}");
    }

    [Theory]
    [InlineData("Session")]
    [InlineData("BoundedStaleness")]
    [InlineData("Strong")]
    public async Task Session_or_stronger_is_opened(string consistency)
    {
        AddContainers();
        _server.Consistency = consistency;
        using var containers = new CosmosContainers(Options());

        await containers.CheckAsync(Token);
    }

    [Fact]
    public async Task Another_partition_key_is_refused()
    {
        _server.AddContainer("directory", "ledger", "/tenant");

        await AssertRefusedAsync("Container ledger has the partition key /tenant in place of /ledger");
    }

    [Fact]
    public async Task Another_partition_hash_is_refused()
    {
        _server.AddContainer("directory", "ledger", "/ledger", partitionKeyVersion: 1);

        await AssertRefusedAsync("Container ledger has version 1 of the partition hash");
    }

    [Fact]
    public async Task A_ledger_whose_entries_expire_is_refused()
    {
        _server.AddContainer("directory", "ledger", "/ledger", timeToLive: -1);

        await AssertRefusedAsync("Container ledger lets entries expire");
    }

    [Fact]
    public async Task A_work_container_without_time_to_live_is_refused()
    {
        _server.AddContainer("directory", "ledger", "/ledger");
        _server.AddContainer("directory", "work", "/area");

        await AssertRefusedAsync("Container work does not let items say when they expire");
    }

    [Fact]
    public async Task A_missing_container_is_refused() => await AssertRefusedAsync("Container ledger is not there");

    [Fact]
    public async Task Another_key_is_refused()
    {
        AddContainers();

        await AssertRefusedAsync("does not let this process in (401)", Options() with { Key = Convert.ToBase64String(new byte[64]) });
    }

    [Fact]
    public async Task An_identity_without_roles_is_refused()
    {
        AddContainers();
        _server.OnRequest = call => call.Operation == CosmosOperation.ReadContainer ? Fault.Answer(403) : null;

        await AssertRefusedAsync("does not let this process in (403)");
    }

    [Fact]
    public async Task An_account_that_is_away_is_not_refused_but_unavailable()
    {
        AddContainers();
        _server.OnRequest = _ => Fault.Answer(503);
        using var containers = new CosmosContainers(Options() with { Patience = new() { Deadline = TimeSpan.FromSeconds(1) } });

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await containers.CheckAsync(Token));
        _server.OnRequest = null;

        await containers.CheckAsync(Token);
    }

    [Fact]
    public async Task A_store_that_is_refused_while_the_directory_runs_takes_no_entries()
    {
        _server.AddContainer("directory", "ledger", "/tenant");
        using var containers = new CosmosContainers(Options());

        var result = await new CosmosLedger(containers, NullLogger<CosmosLedger>.Instance).AppendAsync(SomeEntries.After(null), Token);

        Assert.Equal(AppendResult.ReadOnly, result);
    }

    [Theory]
    [InlineData("", "", true, "Storage:Cosmos:Endpoint is not set")]
    [InlineData("directory", "", true, "Storage:Cosmos:Endpoint is \"directory\". Allowed: an https address")]
    [InlineData("http://example.org", "", true, "Allowed: an https address")]
    [InlineData("https://example.org", "c2VjcmV0", false, "a key is for development only")]
    [InlineData("https://example.org", "not a key", true, "it is Base64")]
    public void A_wrong_setting_is_answered_with_what_is_allowed(string endpoint, string key, bool isDevelopment, string reason)
    {
        var configuration = Configuration(("Endpoint", endpoint), ("Key", key));

        var error = Assert.Throws<StorageRefusedException>(() => CosmosOptions.From(configuration, isDevelopment));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_set_has_its_usual_value()
    {
        var options = CosmosOptions.From(Configuration(("Endpoint", "https://example.org"), ("Regions", "West Europe, North Europe")), isDevelopment: false);

        Assert.Equal("directory", options.Database);
        Assert.Equal(["West Europe", "North Europe"], options.Regions);
        Assert.Null(options.Key);
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => $"Storage:Cosmos:{setting.Name}", setting => (string?)setting.Value)).Build();

    private void AddContainers()
    {
        _server.AddContainer("directory", CosmosContainers.LedgerName, CosmosContainers.LedgerPartitionKey);
        _server.AddContainer("directory", CosmosContainers.WorkName, CosmosContainers.WorkPartitionKey, timeToLive: -1);
    }

    private CosmosOptions Options() => new(new Uri(_server.Endpoint)) { Key = CosmosTestServer.Key };

    private async Task AssertRefusedAsync(string reason, CosmosOptions? options = null)
    {
        using var containers = new CosmosContainers(options ?? Options());
        var error = await Assert.ThrowsAsync<StorageRefusedException>(async () => await containers.CheckAsync(Token));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(_server.Endpoint, error.Message, StringComparison.Ordinal);
    }
}
