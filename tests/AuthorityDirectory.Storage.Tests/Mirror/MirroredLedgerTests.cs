using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Mirror;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Ledger;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Storage.Tests.Mirror;

/// <summary>A process that reads through a copy sees the same ledger, and goes on seeing it when the store is away.</summary>
public sealed class MirroredLedgerTests : LedgerSpecification, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeptLog _log = new();
    private readonly ReachableLedger _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_copy_is_the_journal_that_would_have_been_written()
    {
        var entries = SomeEntries.Ledger(3);
        await AppendAllAsync(_store, entries);

        using (var ledger = OpenMirrored())
        {
            await ReadAllAsync(ledger);
            await _store.AppendAsync(SomeEntries.After(entries[2]), Token);
            await ReadAllAsync(ledger, after: 3);
        }

        using var journal = AuthorityDirectory.Storage.Journal.JournalLedger.Open(_folder.Path, TimeProvider.System, _log);
        AssertSame(await ReadAllAsync(_store), await ReadAllAsync(journal));
    }

    [Fact]
    public async Task A_process_starts_from_its_copy_when_the_store_is_away_and_catches_up_when_it_is_back()
    {
        var entries = SomeEntries.Ledger(3);
        await AppendAllAsync(_store, entries.Take(2));
        await CopyAsync();
        _store.IsAway = true;
        using var ledger = OpenMirrored();

        AssertSame(entries.Take(2), await ReadUntilAwayAsync(ledger));
        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await ledger.AppendAsync(entries[2], Token));
        _store.IsAway = false;
        await AppendAllAsync(ledger, entries.Skip(2));

        AssertSame(entries.Skip(2), await ReadAllAsync(ledger, after: 2));
    }

    [Fact]
    public async Task An_idle_follower_asks_once_each_time()
    {
        await AppendAllAsync(_store, SomeEntries.Ledger(3));
        await CopyAsync();
        using var ledger = OpenMirrored();
        await ReadAllAsync(ledger);
        var before = _store.Reads;

        for (var poll = 0; poll < 5; poll++)
        {
            Assert.Empty(await ReadAllAsync(ledger, after: 3));
        }

        Assert.Equal(5, _store.Reads - before);
    }

    [Fact]
    public async Task A_redacted_body_leaves_the_copy()
    {
        var entries = SomeEntries.Ledger(2);
        await AppendAllAsync(_store, entries);
        await CopyAsync();
        await _store.AppendAsync(SomeEntries.Redacting(entries[1], entries[0], Audience.Government), Token);

        using var ledger = OpenMirrored();
        await ReadAllAsync(ledger);

        Assert.DoesNotContain(entries[0].Changes[0].Parts[1].Salt!, await ReadFileAsync(), StringComparison.Ordinal);
        Assert.Contains(entries[0].Changes[0].Parts[2].Salt!, await ReadFileAsync(), StringComparison.Ordinal);
        AssertSame(await ReadAllAsync(_store), await ReadAllAsync(ledger));
    }

    [Fact]
    public async Task What_was_redacted_before_it_was_first_copied_is_copied_without_its_body()
    {
        var entries = SomeEntries.Ledger(2);
        await AppendAllAsync(_store, [.. entries, SomeEntries.Redacting(entries[1], entries[0], Audience.Government)]);
        await CopyAsync();
        _store.IsAway = true;

        using var ledger = OpenMirrored();

        Assert.Null((await ReadUntilAwayAsync(ledger))[0].Changes[0].Parts[1].Body);
        Assert.Empty(_folder.Asides);
    }

    [Fact]
    public async Task A_copy_of_another_ledger_is_set_aside_before_anything_is_shown()
    {
        await AppendAllAsync(_store, SomeEntries.Ledger(3));
        await CopyAsync();
        var other = new InMemoryLedger();
        await AppendAllAsync(other, SomeEntries.Ledger(2));

        using var ledger = OpenMirrored(other);

        AssertSame(await ReadAllAsync(other), await ReadAllAsync(ledger));
        Assert.Single(_folder.Asides);
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("not the ledger that the store holds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_that_is_longer_than_the_ledger_is_set_aside()
    {
        var entries = SomeEntries.Ledger(3);
        await AppendAllAsync(_store, entries);
        await CopyAsync();
        var shorter = new InMemoryLedger();
        await AppendAllAsync(shorter, entries.Take(2));

        using var ledger = OpenMirrored(shorter);

        AssertSame(entries.Take(2), await ReadAllAsync(ledger));
    }

    [Fact]
    public async Task What_was_shown_is_not_changed_under_the_reader_but_refused_until_the_next_start()
    {
        await AppendAllAsync(_store, SomeEntries.Ledger(3));
        await CopyAsync();
        _store.IsAway = true;
        using (var ledger = OpenMirrored())
        {
            await ReadUntilAwayAsync(ledger);
            _store.Become(SomeEntries.Ledger(4));

            await Assert.ThrowsAsync<StorageRefusedException>(async () => await ledger.ReadAsync(3, Token));
            await Assert.ThrowsAsync<StorageRefusedException>(async () => await ledger.ReadAsync(3, Token));
        }

        using var next = OpenMirrored();

        AssertSame(await ReadAllAsync(_store), await ReadAllAsync(next));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(-1)]
    public async Task A_damaged_copy_is_set_aside_or_cut_and_read_anew(int at)
    {
        await AppendAllAsync(_store, SomeEntries.Ledger(3));
        await CopyAsync();
        var bytes = await File.ReadAllBytesAsync(_folder.Journal, Token);
        await File.WriteAllBytesAsync(_folder.Journal, at < 0 ? bytes[..^20] : [.. bytes[..at], (byte)'?', .. bytes[(at + 1)..]], Token);

        using var ledger = OpenMirrored();

        AssertSame(await ReadAllAsync(_store), await ReadAllAsync(ledger));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_folder.Journal, Token));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_costs_the_copy_only()
    {
        await AppendAllAsync(_store, SomeEntries.Ledger(3));
        await File.WriteAllTextAsync(_folder.In("file"), "", Token);

        using var ledger = OpenMirrored(folder: Path.Combine(_folder.In("file"), "mirror"));

        AssertSame(await ReadAllAsync(_store), await ReadAllAsync(ledger));
        Assert.Contains(_log.Lines, line => line.Level == LogLevel.Warning);
    }

    [Fact]
    public void A_copy_belongs_to_one_process()
    {
        using var first = OpenMirrored();

        Assert.Throws<StorageRefusedException>(() => OpenMirrored());
    }

    public void Dispose() => _folder.Dispose();

    protected override Task<ILedgerStore> OpenAsync() => Task.FromResult<ILedgerStore>(new Store(() => OpenMirrored()));

    private MirroredLedger OpenMirrored(ILedger? store = null, string? folder = null) =>
        new(store ?? _store, MirrorJournal.Open(folder ?? _folder.Path, TimeProvider.System, _log), NullLogger<MirroredLedger>.Instance);

    private async Task CopyAsync()
    {
        using var ledger = OpenMirrored();
        await ReadAllAsync(ledger);
    }

    private Task<string> ReadFileAsync() => File.ReadAllTextAsync(_folder.Journal, Token);

    private static async Task<List<LedgerEntry>> ReadUntilAwayAsync(MirroredLedger ledger)
    {
        List<LedgerEntry> entries = [];
        await Assert.ThrowsAsync<LedgerUnavailableException>(async () =>
        {
            while (true)
            {
                entries.AddRange((await ledger.ReadAsync(entries.Count, Token)).Entries);
            }
        });
        return entries;
    }

    private sealed class Store(Func<MirroredLedger> open) : ILedgerStore
    {
        private MirroredLedger _ledger = open();

        public ILedger Ledger => _ledger;

        public Task ReopenAsync()
        {
            _ledger.Dispose();
            _ledger = open();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            _ledger.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A ledger in memory that can be away, and become another.</summary>
    private sealed class ReachableLedger : ILedger
    {
        private InMemoryLedger _inner = new();

        public bool IsAway { get; set; }

        public int Reads { get; private set; }

        public void Become(IEnumerable<LedgerEntry> entries)
        {
            _inner = new InMemoryLedger();
            foreach (var entry in entries)
            {
                _inner.AppendAsync(entry, Token).AsTask().GetAwaiter().GetResult();
            }

            IsAway = false;
        }

        public ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
            IsAway ? throw new LedgerUnavailableException("The store is away.") : _inner.AppendAsync(entry, cancellationToken);

        public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken)
        {
            Reads++;
            return IsAway ? throw new LedgerUnavailableException("The store is away.") : _inner.ReadAsync(after, cancellationToken);
        }
    }
}
