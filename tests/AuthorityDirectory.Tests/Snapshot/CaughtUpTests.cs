using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Snapshot;

public sealed class CaughtUpTests
{
    private readonly SetClock _clock = new(new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_snapshot_knows_when_it_last_held_the_whole_ledger()
    {
        using var current = new CurrentSnapshot(new InMemoryLedger(), _clock);
        Assert.Null(current.CaughtUpAt);

        await current.RefreshAsync(TestContext.Current.CancellationToken);
        _clock.Now += TimeSpan.FromMinutes(1);
        await current.AdvanceAsync(TestContext.Current.CancellationToken);

        Assert.Equal(_clock.Now - TimeSpan.FromMinutes(1), current.CaughtUpAt);
    }

    [Fact]
    public async Task An_attempt_that_fails_does_not_make_it_younger()
    {
        using var current = new CurrentSnapshot(new AwayLedger([]), _clock);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => current.RefreshAsync(TestContext.Current.CancellationToken));

        Assert.Null(current.CaughtUpAt);
    }

    [Fact]
    public async Task What_was_read_before_the_store_went_away_is_answered_from()
    {
        using var directory = new TrialDirectory();
        directory.Write(Some.State());
        var page = await directory.Ledger.ReadAsync(0, TestContext.Current.CancellationToken);
        using var current = new CurrentSnapshot(new AwayLedger(page.Entries), _clock);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => current.RefreshAsync(TestContext.Current.CancellationToken));

        Assert.Equal(1, current.Value.Position);
        Assert.Null(current.CaughtUpAt);
    }

    /// <summary>A ledger that goes away after its first entries were read.</summary>
    private sealed class AwayLedger(IReadOnlyList<LedgerEntry> first) : ILedger
    {
        public ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken) =>
            after < first.Count ? ValueTask.FromResult(new LedgerPage(first, CaughtUp: false)) : throw new LedgerUnavailableException("The store is away.");
    }
}
