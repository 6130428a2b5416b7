using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Ledger;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Storage.Tests.Journal;

public sealed class JournalLedgerTests : LedgerSpecification
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_one_canonical_line_for_each_entry()
    {
        using var folder = new TemporaryFolder();
        var entries = SomeEntries.Ledger(3);
        await WriteAsync(folder, entries);

        Assert.Equal(entries.SelectMany(entry => LedgerEntryJson.Write(entry).Append((byte)'\n')), await File.ReadAllBytesAsync(folder.Journal, Token));
    }

    [Fact]
    public async Task A_redacted_body_leaves_the_file()
    {
        using var folder = new TemporaryFolder();
        var entries = SomeEntries.Ledger(2);
        var redacting = SomeEntries.Redacting(entries[1], entries[0], Audience.Government);
        var after = SomeEntries.After(redacting);

        await WriteAsync(folder, [.. entries, redacting, after]);

        var file = await File.ReadAllTextAsync(folder.Journal, Token);
        Assert.DoesNotContain(entries[0].Changes[0].Parts[1].Salt!, file, StringComparison.Ordinal);
        Assert.Contains(entries[0].Changes[0].Parts[2].Salt!, file, StringComparison.Ordinal);
        using var ledger = Open(folder);
        AssertSame([LedgerEntryJson.Read(LedgerEntryJson.Write(entries[1])), redacting, after], await ReadAllAsync(ledger, after: 1));
        AssertVerifies(await ReadAllAsync(ledger));
    }

    [Fact]
    public async Task A_redaction_that_did_not_reach_the_old_entry_is_finished_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var entries = SomeEntries.Ledger(2);
        LedgerEntry[] all = [.. entries, SomeEntries.Redacting(entries[1], entries[0], Audience.Government)];
        await File.WriteAllBytesAsync(folder.Journal, [.. all.SelectMany(entry => LedgerEntryJson.Write(entry).Append((byte)'\n'))], Token);

        Open(folder).Dispose();

        Assert.DoesNotContain(entries[0].Changes[0].Parts[1].Salt!, await File.ReadAllTextAsync(folder.Journal, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_follows_what_another_appends_and_redacts()
    {
        using var folder = new TemporaryFolder();
        var reader = new JournalReader(folder.Path);
        Assert.Empty(await ReadAllAsync(reader));
        var entries = SomeEntries.Ledger(3);
        using var ledger = Open(folder);

        await AppendAllAsync(ledger, entries.Take(2));
        AssertSame(entries.Take(2), await ReadAllAsync(reader));
        await AppendAllAsync(ledger, [entries[2], SomeEntries.Redacting(entries[2], entries[0], Audience.Public)]);

        AssertSame(await ReadAllAsync(ledger), await ReadAllAsync(reader));
        Assert.Equal(AppendResult.ReadOnly, await reader.AppendAsync(SomeEntries.After(entries[2]), Token));
        Assert.Equal(AppendResult.AlreadyAppended, await reader.AppendAsync(entries[2], Token));
    }

    [Fact]
    public async Task A_reader_goes_on_in_a_file_that_a_redaction_made_shorter()
    {
        using var folder = new TemporaryFolder();
        var part = LedgerChain.SealPart(Audience.Public, Some.Json(new string('x', 5000)), Some.Salt());
        var large = LedgerChain.Seal(SomeEntries.Draft(null) with { Changes = [new RecordChange("authority.v1", "AT-001", 1, [part])] }, null);
        var redacting = SomeEntries.Redacting(large, large, Audience.Public);
        await File.WriteAllBytesAsync(folder.Journal, [.. LedgerEntryJson.Write(large), (byte)'\n', .. LedgerEntryJson.Write(redacting), (byte)'\n'], Token);
        var reader = new JournalReader(folder.Path);
        Assert.Equal(2, (await ReadAllAsync(reader)).Count);

        await WriteAsync(folder, [SomeEntries.After(redacting)]);

        Assert.Equal(3, (await ReadAllAsync(reader)).Count);
    }

    [Fact]
    public async Task A_reader_stops_at_the_last_complete_line_and_goes_on_when_it_ends()
    {
        using var folder = new TemporaryFolder();
        var entries = SomeEntries.Ledger(2);
        byte[] second = [.. LedgerEntryJson.Write(entries[1]), (byte)'\n'];
        await WriteAsync(folder, entries.Take(1));
        await File.AppendAllBytesAsync(folder.Journal, second[..100], Token);
        var reader = new JournalReader(folder.Path);

        AssertSame(entries.Take(1), await ReadAllAsync(reader));
        await File.AppendAllBytesAsync(folder.Journal, second[100..], Token);

        AssertSame(entries, await ReadAllAsync(reader));
    }

    protected override Task<ILedgerStore> OpenAsync() => Task.FromResult<ILedgerStore>(new Store());

    private static JournalLedger Open(TemporaryFolder folder) => JournalLedger.Open(folder.Path, TimeProvider.System, new KeptLog());

    private static async Task WriteAsync(TemporaryFolder folder, IEnumerable<LedgerEntry> entries)
    {
        using var ledger = Open(folder);
        await AppendAllAsync(ledger, entries);
    }

    private sealed class Store : ILedgerStore
    {
        private readonly TemporaryFolder _folder = new();
        private JournalLedger _ledger;

        public Store() => _ledger = Open(_folder);

        public ILedger Ledger => _ledger;

        public Task ReopenAsync()
        {
            _ledger.Dispose();
            _ledger = Open(_folder);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            _ledger.Dispose();
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
