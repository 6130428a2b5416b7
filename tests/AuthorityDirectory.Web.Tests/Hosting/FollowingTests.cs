using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>What an instance asks a store that others share, by a clock that the test moves.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly SharedStore _store = new();
    private readonly TickClock _clock = new(DirectoryHost.Now);
    private readonly System.Threading.Channels.Channel<CosmosCall> _asked = System.Threading.Channels.Channel.CreateUnbounded<CosmosCall>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _store.InitializeAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task An_idle_instance_asks_the_ledger_for_one_item_a_second_and_for_nothing_else()
    {
        await using (await StartAsync())
        {
            Listen();
            for (var second = 1; second <= 10; second++)
            {
                Assert.DoesNotContain(_clock.GoOn(Interval - TimeSpan.FromMilliseconds(1)), period => period <= Interval);
                Assert.Single(_clock.GoOn(TimeSpan.FromMilliseconds(1)), period => period <= Interval);
                var call = await NextCallAsync();
                Assert.Equal((CosmosOperation.Read, "dbs/directory/colls/ledger/docs/000000000002"), (call.Operation, call.Path));
            }
        }

        Assert.False(_asked.Reader.TryRead(out _));
    }

    /// <remarks>The first second is that in which the instance had just looked when the other wrote.</remarks>
    [Fact]
    public async Task What_one_instance_writes_another_shows_two_seconds_later_at_the_latest()
    {
        await using var there = await StartAsync();
        await using var here = await _store.StartAsync("here", clock: new TickClock(DirectoryHost.Now));

        for (var time = 0; time < 5; time++)
        {
            Listen();
            _clock.GoOn(Interval);
            await NextCallAsync();
            _store.Server.OnRequest = null;
            var outcome = await WriteAsync(here, Some.Authority($"AT-{time + 1:000}"));

            _clock.GoOn(Interval);

            await there.Current.ReachAsync(outcome.Position, Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
    }

    /// <summary>An instance by the test's clock that has taken in one entry and now waits for the next second.</summary>
    private async Task<Instance> StartAsync()
    {
        await using (var first = await _store.StartAsync("first"))
        {
            await WriteAsync(first, Some.State());
        }

        var instance = await _store.StartAsync("there", clock: _clock);
        await _clock.RepeatsAsync(Interval);
        return instance;
    }

    private void Listen() => _store.Server.OnRequest = call =>
    {
        if (call.Path.StartsWith("dbs/directory/colls/ledger/", StringComparison.Ordinal))
        {
            _asked.Writer.TryWrite(call);
        }

        return null;
    };

    private Task<CosmosCall> NextCallAsync() => _asked.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

    private static Task<WriteOutcome> WriteAsync(Instance instance, DirectoryRecord record) =>
        instance.Writer.WriteAsync(_ => Decision.Accept(new Draft { Actor = Actor.System, Records = [record] }), cancellationToken: Cancellation);
}
