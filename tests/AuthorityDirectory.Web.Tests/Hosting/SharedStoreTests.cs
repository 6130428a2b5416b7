using System.Net.Http.Json;
using System.Text.Json;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>The real application on a store that others share.</summary>
public sealed class SharedStoreTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("instance-").FullName;
    private CosmosTestServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");
        _server = await CosmosTestServer.StartAsync();
        _server.AddContainer("directory", CosmosContainers.LedgerName, CosmosContainers.LedgerPartitionKey);
        _server.AddContainer("directory", CosmosContainers.WorkName, CosmosContainers.WorkPartitionKey, timeToLive: -1);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_start_seeds_no_store_that_others_share()
    {
        await using var instance = await StartAsync();

        Assert.Equal(0, _server.Count(CosmosOperation.Create));
        Assert.Equal(0, (await ReadyAsync(instance)).GetProperty("position").GetInt64());
    }

    [Fact]
    public async Task An_instance_starts_from_its_copy_while_the_store_is_away_and_catches_up_when_it_is_back()
    {
        await using (var before = await StartAsync())
        {
            await WriteAsync(before, "AT");
            await before.Services.GetRequiredService<CurrentSnapshot>().RefreshAsync(Cancellation);
        }

        _server.OnRequest = _ => Fault.Answer(503);
        await using var instance = await StartAsync();
        var away = await ReadyAsync(instance);
        _server.OnRequest = null;
        await instance.Services.GetRequiredService<CurrentSnapshot>().RefreshAsync(Cancellation);
        await WriteAsync(instance, "DE");
        var back = await ReadyAsync(instance);

        Assert.Equal(("Degraded", 1), (away.GetProperty("status").GetString(), away.GetProperty("position").GetInt64()));
        Assert.Equal(JsonValueKind.Null, away.GetProperty("ageSeconds").ValueKind);
        Assert.Equal(("Healthy", 2), (back.GetProperty("status").GetString(), back.GetProperty("position").GetInt64()));
    }

    [Fact]
    public async Task An_instance_without_a_copy_does_not_start_while_the_store_is_away()
    {
        _server.OnRequest = _ => Fault.Answer(503);

        await Assert.ThrowsAsync<LedgerUnavailableException>(StartAsync);
    }

    private static async Task WriteAsync(DirectoryHost instance, string state)
    {
        var outcome = await instance.Services.GetRequiredService<LedgerWriter>().WriteAsync(
            _ => Decision.Accept(new Draft { Actor = Actor.System, Records = [Some.State(state)] }), cancellationToken: Cancellation);
        Assert.True(outcome.IsWritten, outcome.Reason);
    }

    private static Task<JsonElement> ReadyAsync(DirectoryHost instance) => instance.Client.GetFromJsonAsync<JsonElement>("/health/ready", Cancellation);

    private async Task<DirectoryHost> StartAsync()
    {
        var instance = new Instance(
            "--environment", "Development", "--Storage:Kind", "Cosmos", "--Storage:Folder", _folder,
            "--Storage:Cosmos:Endpoint", _server.Endpoint, "--Storage:Cosmos:Key", CosmosTestServer.Key);
        await instance.InitializeAsync();
        return instance;
    }

    private sealed class Instance(params string[] settings) : DirectoryHost(settings)
    {
        protected override void Configure(WebApplicationBuilder builder)
        {
        }
    }
}
