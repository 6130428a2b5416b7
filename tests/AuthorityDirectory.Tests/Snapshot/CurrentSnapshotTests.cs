using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Snapshot;

public sealed class CurrentSnapshotTests : IDisposable
{
    private readonly TrialDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_follows_what_others_write_over_any_number_of_pages()
    {
        using var other = new TrialDirectory(_directory.Ledger);
        Enumerable.Range(0, 1100).ToList().ForEach(i => other.Write(Some.State("AT", $"Name {i}")));

        Assert.Equal(1100, (await _directory.FollowAsync()).Position);
        Assert.Equal("Name 1099", _directory.Public.State("AT")!.Record.Name.En);
    }

    [Fact]
    public async Task At_midnight_the_date_moves_and_the_position_does_not()
    {
        _directory.Write(Some.State(), Some.Authority() with { Designations = [Some.Designation() with { ValidFrom = new(2026, 3, 16) }] });
        var before = _directory.Public;
        _directory.Clock.Now = new(2026, 3, 15, 23, 59, 59, TimeSpan.Zero);
        Assert.Same(before, (await Advance()).View(Audience.Public));

        _directory.Clock.Now = new(2026, 3, 16, 1, 0, 0, TimeSpan.FromHours(1));
        var after = (await Advance()).View(Audience.Public);

        Assert.Equal((new DateOnly(2026, 3, 16), before.Position), (after.Date, after.Position));
        Assert.Equal((0, 1), (before.CentralAuthorities.Count, after.CentralAuthorities.Count));
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_leaves_the_snapshot_as_it_was()
    {
        _directory.Write(Some.State());
        var (before, last) = (_directory.Current.Value, (await _directory.EntriesAsync())[^1]);
        var unknown = LedgerChain.Seal(SomeEntries.Draft(last) with { RecordedAt = last.RecordedAt, Changes = [last.Changes[0] with { Kind = "star.v1" }] }, last);
        Assert.Equal(AppendResult.Appended, await _directory.Ledger.AppendAsync(unknown, TestContext.Current.CancellationToken));

        var error = await Assert.ThrowsAsync<UnreadableEntryException>(_directory.FollowAsync);

        Assert.Equal(2, error.Sequence);
        Assert.Same(before, _directory.Current.Value);
    }

    [Fact]
    public async Task Who_waits_for_another_snapshot_wakes_at_an_act_and_at_the_beginning_of_a_day()
    {
        var seen = _directory.Current.Value;
        var waiting = _directory.Current.AfterAsync(seen, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        _directory.Write(Some.State());
        Assert.Equal(1, (await waiting).Position);

        waiting = _directory.Current.AfterAsync(_directory.Current.Value, TestContext.Current.CancellationToken);
        _directory.Clock.Now += TimeSpan.FromDays(1);
        await Advance();
        Assert.Equal(new DateOnly(2026, 3, 16), (await waiting).Date);
        Assert.Same(_directory.Current.Value, await _directory.Current.AfterAsync(seen, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_new_makes_no_new_snapshot()
    {
        _directory.Write(Some.State());

        Assert.Same(_directory.Current.Value, await _directory.FollowAsync());
    }

    [Fact]
    public async Task Whoever_waits_for_a_position_is_woken_when_the_snapshot_gets_there()
    {
        var (one, two) = (Reach(1), Reach(2));
        Assert.Equal((false, false), (one.IsCompleted, two.IsCompleted));

        _directory.Write(Some.State());
        var first = await one;
        Assert.False(two.IsCompleted);
        _directory.Write(Some.State("AT", "Austria again"));

        Assert.Equal((1, 2), (first.Position, (await two).Position));
        Assert.Same(_directory.Current.Value, await Reach(1));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_not_wanted_any_more()
    {
        using var limit = new CancellationTokenSource();
        var waiting = _directory.Current.ReachAsync(1, limit.Token);

        await limit.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private Task<DirectorySnapshot> Reach(long position) => _directory.Current.ReachAsync(position, TestContext.Current.CancellationToken);

    private Task<DirectorySnapshot> Advance() => _directory.Current.AdvanceAsync(TestContext.Current.CancellationToken);
}
