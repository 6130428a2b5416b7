using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Ledger;

public sealed class LedgerWriterTests : IDisposable
{
    private readonly TrialDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_was_written_is_in_the_snapshot_and_on_the_ledger()
    {
        var outcome = await _directory.WriteAsync(_ => Decision.Accept(Draft(Some.State())));

        Assert.Equal(new(WriteResult.Written, 1), outcome);
        Assert.NotNull(_directory.Public.State("AT"));
        var entry = Assert.Single(await _directory.EntriesAsync());
        Assert.Equal(_directory.Clock.Now, entry.RecordedAt);
        Assert.Equal(_directory.Public.HeadHash, entry.Hash);
    }

    [Fact]
    public async Task A_refusal_changes_nothing_and_says_why()
    {
        var outcome = await _directory.WriteAsync(_ => Decision.Refuse("The State has not asked for it."));

        Assert.Equal((WriteResult.Refused, 0L, "The State has not asked for it."), (outcome.Result, outcome.Position, outcome.Reason));
        Assert.Equal((RefusalReason.Invalid, "The State has not asked for it."), (outcome.Refusal!.Reason, outcome.Refusal.Message));
        Assert.Empty(await _directory.EntriesAsync());
    }

    [Fact]
    public async Task When_somebody_else_was_first_the_decision_is_made_again_on_what_they_wrote()
    {
        using var other = new TrialDirectory(_directory.Ledger);
        other.Write(Some.State("AT", "Theirs"));
        List<string?> seen = [];

        var outcome = await _directory.WriteAsync(snapshot =>
        {
            seen.Add(snapshot.View(Audience.Public).State("AT")?.Record.Name.En);
            return Decision.Accept(Draft(Some.State("AT", "Ours")));
        });

        Assert.Equal([null, "Theirs"], seen);
        Assert.Equal(new(WriteResult.Written, 2), outcome);
        Assert.Equal(2, _directory.Public.State("AT")!.Revision);
    }

    [Fact]
    public async Task The_same_act_sent_twice_is_written_once_here_and_elsewhere()
    {
        using var other = new TrialDirectory(_directory.Ledger);
        Task<WriteOutcome> Send(TrialDirectory to) => to.WriteAsync(_ => Decision.Accept(Draft(Some.State())), "act-1");

        Assert.Equal(new(WriteResult.Written, 1), await Send(_directory));
        _directory.Write(Some.State("BR"));
        Assert.Equal(new(WriteResult.WrittenBefore, 1), await Send(_directory));
        Assert.Equal(new(WriteResult.WrittenBefore, 1), await Send(other));
        Assert.NotNull(other.Public.State("BR"));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        using var other = new TrialDirectory(_directory.Ledger);
        var writes = Enumerable.Range(0, 60).Select(i => Task.Run(() =>
            (i % 2 == 0 ? _directory : other).WriteAsync(_ => Decision.Accept(Draft(Some.State($"{(char)('A' + (i / 10))}{i % 10}"))))));

        Assert.All(await Task.WhenAll(writes), outcome => Assert.True(outcome.IsWritten, outcome.Reason));
        Assert.Equal(60, (await other.FollowAsync()).View(Audience.Public).States.Count);
    }

    [Fact]
    public async Task A_clock_that_was_put_back_does_not_put_the_ledger_back()
    {
        _directory.Write(Some.State());
        _directory.Clock.Now -= TimeSpan.FromDays(1);
        _directory.Write(Some.State("BR"));

        var entries = await _directory.EntriesAsync();
        Assert.Equal(entries[0].RecordedAt, entries[1].RecordedAt);
    }

    public static TheoryData<Draft, string> Faults => new()
    {
        { Draft(), "Nothing would be changed." },
        { Draft(Some.State(), Some.State()), "AT stands in the change twice" },
        { Draft() with { Redacts = [new(1, "authority.v1", "AT-001", Audience.Government, "Asked for.")] }, "Entry 1 holds no government part of authority.v1 AT-001" },
        { Draft(Some.Authority() with { OfficeHours = new('x', LedgerLimits.EntryBytes) }), "too large" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_draft_that_cannot_be_an_entry_is_refused(Draft draft, string why)
    {
        var outcome = await _directory.WriteAsync(_ => Decision.Accept(draft));

        Assert.Equal(WriteResult.Refused, outcome.Result);
        Assert.Contains(why, outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(await _directory.EntriesAsync());
    }

    [Fact]
    public async Task A_long_import_is_divided_and_takes_effect_as_one()
    {
        var outcome = await _directory.ImportAsync("seed:1", Long());

        Assert.Equal(new(WriteResult.Written, 3), outcome);
        Assert.Equal(["seed:1:1", "seed:1:2", "seed:1:3"], (await _directory.EntriesAsync()).Select(entry => entry.AppendId));
        Assert.All(await _directory.EntriesAsync(), entry => Assert.InRange(LedgerEntryJson.Write(entry).Length, 1, LedgerLimits.EntryBytes));
        Assert.Equal((3, 3), (_directory.Public.Position, _directory.Public.Authorities.Count));
    }

    [Fact]
    public async Task An_import_goes_on_where_it_stopped_and_is_never_doubled()
    {
        var stopping = new StoppingLedger(_directory.Ledger, appends: 2);
        using var killed = new TrialDirectory(stopping);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => killed.ImportAsync("seed:1", Long()));

        Assert.Empty((await _directory.FollowAsync()).View(Audience.Public).States);
        Assert.Equal(new(WriteResult.Written, 3), await _directory.ImportAsync("seed:1", Long()));
        Assert.Equal(new(WriteResult.WrittenBefore, 3), await _directory.ImportAsync("seed:1", Long()));
        using var fresh = new TrialDirectory(_directory.Ledger);
        Assert.Equal(new(WriteResult.WrittenBefore, 3), await fresh.ImportAsync("seed:1", Long()));
        Assert.Equal(3, (await _directory.EntriesAsync()).Count);
    }

    [Fact]
    public async Task An_import_that_names_a_record_twice_is_refused_whole()
    {
        var outcome = await _directory.ImportAsync("seed:1", Long() with { Records = [.. Long().Records, Some.Authority()] });

        Assert.Equal(new(WriteResult.Refused, 0, "AT-001 stands in the change twice: leave one."), outcome);
        Assert.Empty(await _directory.EntriesAsync());
    }

    [Fact]
    public async Task Two_importers_at_once_write_it_once()
    {
        using var other = new TrialDirectory(_directory.Ledger);

        var outcomes = await Task.WhenAll(
            Task.Run(() => _directory.ImportAsync("seed:1", Long())),
            Task.Run(() => other.ImportAsync("seed:1", Long())));

        Assert.All(outcomes, outcome => Assert.Equal((true, 3L), (outcome.IsWritten, outcome.Position)));
        Assert.Equal(3, (await _directory.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Records_of_an_unfinished_import_wait_for_it_for_an_hour_then_overtake_it()
    {
        var stopping = new StoppingLedger(_directory.Ledger, appends: 1);
        using var killed = new TrialDirectory(stopping);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => killed.ImportAsync("seed:1", Long()));
        Task<WriteOutcome> Change() => _directory.WriteAsync(_ => Decision.Accept(Draft(Some.State())));

        await _directory.FollowAsync();
        Assert.Equal("AT is in the import 'seed:1', of which 1 of 3 parts are there: finish it first, or try again after 2026-03-15 13:00:00Z.", (await Change()).Reason);
        _directory.Clock.Now += TimeSpan.FromHours(1);
        Assert.True((await Change()).IsWritten);

        var late = await _directory.ImportAsync("seed:1", Long());
        Assert.Contains("has no effect", late.Reason, StringComparison.Ordinal);
        Assert.True((await Change()).IsWritten);
        Assert.Empty(_directory.Public.Authorities);
    }

    [Fact]
    public async Task A_record_of_an_unfinished_import_can_be_redacted_at_once()
    {
        var stopping = new StoppingLedger(_directory.Ledger, appends: 2);
        using var killed = new TrialDirectory(stopping);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => killed.ImportAsync("seed:1", Long()));
        await _directory.FollowAsync();

        _directory.Write(Draft() with { Redacts = [new(1, "authority.v1", "AT-001", Audience.Public, "Asked for.")] });
        Assert.True((await _directory.ImportAsync("seed:1", Long())).IsWritten);

        Assert.Equal(["AT-002", "AT-003"], _directory.Public.Authorities.Select(authority => authority.Record.Id));
    }

    private static Draft Draft(params DirectoryRecord[] records) => new() { Actor = Actor.System, Records = records };

    /// <summary>Three authorities of which no two fit an entry.</summary>
    private static Draft Long() => Draft([Some.State(), .. Enumerable.Range(1, 3).Select(i => Some.Authority($"AT-00{i}") with { OfficeHours = new('x', 900_000) })]);

    /// <summary>A store that stops answering after some appends.</summary>
    private sealed class StoppingLedger(ILedger ledger, int appends) : ILedger
    {
        private int _left = appends;

        public ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
            _left-- > 0 ? ledger.AppendAsync(entry, cancellationToken) : throw new LedgerUnavailableException("The store does not answer.");

        public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken) => ledger.ReadAsync(after, cancellationToken);
    }
}
