using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Audit;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Web.Tests.Audit;

public sealed class ReadingJournalTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private static readonly AuditOptions Options = new(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("audit-");
    private readonly SetClock _clock = new(DirectoryHost.Now);
    private readonly FailingWorkStore _store;

    public ReadingJournalTests() => _store = new(new FolderWorkStore(_folder.FullName, _clock));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_noted_is_in_the_store_when_noting_ends()
    {
        await New().NoteAsync(Saw("a1", "PL-001"));

        Assert.Equal(new Sightings(Saw("a1", "PL-001"), DirectoryHost.Now, DirectoryHost.Now, 1), Assert.Single(await ReadAsync()));
    }

    [Fact]
    public async Task The_same_again_on_the_same_day_costs_no_write_and_is_counted()
    {
        var journal = New();
        await journal.NoteAsync(Saw("a1", "PL-001"));
        for (var i = 0; i < 9; i++)
        {
            await journal.NoteAsync(Saw("a1", "PL-001"));
        }

        Assert.Equal(1, _store.Writes);
        await journal.FlushAsync();
        Assert.Equal(10, Assert.Single(await ReadAsync()).Times);
    }

    [Fact]
    public async Task Many_at_once_share_a_write()
    {
        var gate = new TaskCompletionSource();
        _store.Gate = gate.Task;
        var journal = New();
        var notes = Enumerable.Range(0, 90).Select(i => journal.NoteAsync(Saw($"a{i}", "PL-001"))).ToList();
        gate.SetResult();
        await Task.WhenAll(notes);

        Assert.InRange(_store.Writes, 1, 3);
        Assert.Equal(90, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task More_than_one_piece_holds_are_all_there()
    {
        var journal = New();
        await Task.WhenAll(Enumerable.Range(0, 450).Select(i => journal.NoteAsync(Saw($"a{i}", "PL-001"))));

        Assert.Equal(450, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task What_cannot_be_written_fails_for_whoever_waits_and_is_written_when_asked_again()
    {
        var journal = New();
        await journal.NoteAsync(Saw("a1", "PL-001"));
        _store.TakesNothing = true;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => journal.NoteAsync(Saw("a2", "PL-001")));
        await journal.NoteAsync(Saw("a1", "PL-001"));
        _store.TakesNothing = false;
        await journal.NoteAsync(Saw("a2", "AT-001"));

        Assert.Equal([("a1", "PL-001", 2), ("a2", "AT-001", 1)], (await ReadAsync()).Select(line => (line.Sighting.Account, line.Sighting.What, line.Times)).Order());
    }

    [Fact]
    public async Task Counts_that_could_not_be_written_are_written_later()
    {
        var journal = New();
        await journal.NoteAsync(Saw("a1", "PL-001"));
        await journal.NoteAsync(Saw("a1", "PL-001"));
        _store.TakesNothing = true;
        await Assert.ThrowsAsync<LedgerUnavailableException>(journal.FlushAsync);
        _store.TakesNothing = false;
        await journal.FlushAsync();

        Assert.Equal(2, Assert.Single(await ReadAsync()).Times);
    }

    [Fact]
    public async Task What_two_instances_note_is_put_together_a_line_a_day()
    {
        await New().NoteAsync(Saw("a1", "PL-001"));
        _clock.Now += TimeSpan.FromHours(1);
        await New().NoteAsync(Saw("a1", "PL-001"));
        _clock.Now += TimeSpan.FromDays(1);
        await New().NoteAsync(Saw("a1", "PL-001"));

        var lines = await ReadAsync(Today.AddDays(1));
        Assert.Equal([2, 1], lines.OrderBy(line => line.First).Select(line => line.Times));
        Assert.Equal(DirectoryHost.Now + TimeSpan.FromHours(1), lines.MinBy(line => line.First)!.Last);
    }

    [Fact]
    public async Task It_is_kept_for_as_long_as_was_said_and_then_swept_from_the_folder()
    {
        await New().NoteAsync(Saw("a1", "PL-001"));
        _clock.Now += Options.Keep - TimeSpan.FromHours(13);
        Assert.Single(await ReadAsync());
        _clock.Now += TimeSpan.FromDays(3);
        using var upkeep = new ReadingUpkeep(New(), _store, Options, _clock, NullLogger<ReadingUpkeep>.Instance);
        await upkeep.SweepAsync(TestContext.Current.CancellationToken);

        Assert.Empty(_folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_no_piece_is_left_out()
    {
        await New().NoteAsync(Saw("a1", "PL-001"));
        await _store.PutAsync("saw-2026-11-02/zz", "{"u8.ToArray(), WorkCondition.Any, null, TestContext.Current.CancellationToken);

        Assert.Single(await ReadAsync());
    }

    private static Sighting Saw(string account, string what) => new(account, ActorRole.Practitioner, Means.Page, what);

    private ReadingJournal New() => new(_store, Options, _clock);

    private Task<IReadOnlyList<Sightings>> ReadAsync(DateOnly? to = null) =>
        new ReadingLog(_store, NullLogger<ReadingLog>.Instance).ReadAsync(Today, to ?? Today, TestContext.Current.CancellationToken);
}
