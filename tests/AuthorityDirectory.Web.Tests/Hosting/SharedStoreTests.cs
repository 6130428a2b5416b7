using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Storage;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>The real application on a store that others share.</summary>
public sealed class SharedStoreTests : IAsyncLifetime
{
    private readonly SharedStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _store.InitializeAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_start_seeds_no_store_that_others_share()
    {
        await using var instance = await _store.StartAsync();

        Assert.Equal(0, _store.Server.Count(CosmosOperation.Create));
        Assert.Equal(("Healthy", 0), Told(await ReadyAsync(instance)));
    }

    [Fact]
    public async Task An_instance_starts_from_its_copy_while_the_store_is_away_and_catches_up_when_it_is_back()
    {
        await KeepCopyAsync("AT");
        _store.IsAway = true;
        await using var instance = await _store.StartAsync();
        var away = await ReadyAsync(instance);

        _store.IsAway = false;
        await instance.Current.RefreshAsync(Cancellation);
        await WriteAsync(instance, "DE");

        Assert.Equal(("Degraded", 1), Told(away));
        Assert.Equal(JsonValueKind.Null, away.GetProperty("ageSeconds").ValueKind);
        Assert.Equal(("Healthy", 2), Told(await ReadyAsync(instance)));
    }

    [Fact]
    public async Task A_start_from_a_copy_of_nothing_seeds_nothing_either()
    {
        await (await _store.StartAsync()).DisposeAsync();
        _store.IsAway = true;

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _store.StartAsync());

        Assert.Equal(0, _store.Server.Count(CosmosOperation.Create));
    }

    [Fact]
    public async Task An_instance_without_a_copy_does_not_start_while_the_store_is_away()
    {
        _store.IsAway = true;

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => _store.StartAsync());
    }

    [Fact]
    public async Task A_store_that_holds_another_ledger_is_said_to_be_refused_once_and_readers_are_sent_elsewhere()
    {
        await KeepCopyAsync("AT");
        await using (var other = await _store.StartAsync("other", SharedStore.OtherDatabase))
        {
            await WriteAsync(other, "DE");
        }

        _store.IsAway = true;
        await using var instance = await _store.StartAsync("first", SharedStore.OtherDatabase);
        var attempts = Attempts(8);
        await attempts.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        using var response = await instance.Client.GetAsync("/health/ready", Cancellation);
        var ready = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(("Unhealthy", 1), Told(ready));
        Assert.Contains("Restart the directory", ready.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Single(instance.Log.Lines, line => line.Text.Contains("Restart the directory", StringComparison.Ordinal));
        Assert.Single(instance.Log.Lines, line => line.Level == LogLevel.Critical);
        Assert.Equal(200, (await instance.GetAsync("odata/States('AT')")).Status);
        Assert.Equal(HttpStatusCode.OK, (await instance.Client.GetAsync("/health/live", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task An_instance_that_has_shown_what_a_failover_lost_asks_to_be_restarted_and_then_agrees_with_the_others()
    {
        await using (var instance = await _store.StartAsync("first"))
        {
            await WriteAsync(instance, "AT");
            await WriteAsync(instance, "BE");
            await instance.Current.RefreshAsync(Cancellation);
            await _store.LoseAsync(2);
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => WriteAsync(instance, "CZ"));
            await GoOnElsewhereAsync();

            var refusal = await Assert.ThrowsAsync<StorageRefusedException>(() => instance.Current.RefreshAsync(Cancellation));
            Assert.Contains("Restart the directory", refusal.Message, StringComparison.Ordinal);
        }

        await using var restarted = await _store.StartAsync("first");
        await using var third = await _store.StartAsync("third");
        Assert.Equal(3, restarted.Current.Value.Position);
        Assert.Equal(third.Current.Value.Projection.HeadHash, restarted.Current.Value.Projection.HeadHash);
    }

    /// <summary>Another instance, which has not seen what is lost, writes two entries.</summary>
    private async Task GoOnElsewhereAsync()
    {
        await using var other = await _store.StartAsync("second");
        await WriteAsync(other, "DE");
        await WriteAsync(other, "EE");
    }

    /// <summary>Ends when the store, back again, was asked for its entries so many times; an attempt to follow asks twice, so those before the last are over.</summary>
    private Task Attempts(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var made = 0;
        _store.Server.OnRequest = call =>
        {
            if (call.Operation is CosmosOperation.ChangeFeed && Interlocked.Increment(ref made) == count)
            {
                reached.SetResult();
            }

            return null;
        };
        return reached.Task;
    }

    private async Task KeepCopyAsync(string state)
    {
        await using var instance = await _store.StartAsync();
        await WriteAsync(instance, state);
        await instance.Current.RefreshAsync(Cancellation);
    }

    private static async Task WriteAsync(Instance instance, string state)
    {
        var draft = new Draft { Actor = Actor.System, Records = [Some.State(state)] };
        var outcome = await instance.Writer.WriteAsync(_ => Decision.Accept(draft), cancellationToken: Cancellation);
        Assert.True(outcome.IsWritten, outcome.Reason);
    }

    private static (string?, long) Told(JsonElement ready) => (ready.GetProperty("status").GetString(), ready.GetProperty("position").GetInt64());

    private static Task<JsonElement> ReadyAsync(Instance instance) => instance.Client.GetFromJsonAsync<JsonElement>("/health/ready", Cancellation);
}
