using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Storage.Tests.Journal;

public sealed class JournalRestoreTests : IDisposable
{
    private static readonly IReadOnlyList<LedgerEntry> Entries = Redacted();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_ledger_with_a_redaction_is_restored_whole_and_goes_on()
    {
        Restore(Entries);

        using var journal = Open();
        Assert.Equal(Entries.Select(LedgerEntryJson.Write), (await journal.ReadAsync(0, TestContext.Current.CancellationToken)).Entries.Select(LedgerEntryJson.Write));
        Assert.Equal(AppendResult.Appended, await journal.AppendAsync(SomeEntries.After(Entries[^1]), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_journal_that_is_the_beginning_of_the_same_ledger_is_completed()
    {
        Restore(Entries);
        var whole = File.ReadAllBytes(_folder.Journal);
        File.WriteAllLines(_folder.Journal, File.ReadAllLines(_folder.Journal)[..1]);

        Assert.Throws<StorageRefusedException>(() => Restore(Entries, mayContinue: false));
        Assert.Equal((5, 0), (Restore(Entries), Restore(Entries)));

        Assert.Equal(whole, File.ReadAllBytes(_folder.Journal));
    }

    [Fact]
    public void A_journal_of_another_ledger_is_left_alone()
    {
        Restore(SomeEntries.Ledger(2));
        var before = File.ReadAllBytes(_folder.Journal);

        Assert.Throws<StorageRefusedException>(() => Restore(Entries));
        Assert.Throws<StorageRefusedException>(() => Restore([]));

        Assert.Equal(before, File.ReadAllBytes(_folder.Journal));
    }

    [Fact]
    public void A_journal_in_use_is_left_alone()
    {
        using var journal = Open();

        Assert.Throws<StorageRefusedException>(() => Restore(Entries));
    }

    [Fact]
    public void When_it_is_stopped_midway_there_is_no_journal_and_no_remnant()
    {
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Restoring.Run(Entries, mayContinue: true, new After(3, stop), stop.Token));

        Assert.Empty(Directory.GetFiles(_folder.Path, "*.jsonl*"));
    }

    private JournalRestore Restoring => new(_folder.Path, TimeProvider.System, NullLogger<JournalRestore>.Instance);

    private long Restore(IReadOnlyList<LedgerEntry> entries, bool mayContinue = true) =>
        Restoring.Run(entries, mayContinue, new Progress<long>(), TestContext.Current.CancellationToken);

    private JournalLedger Open() => JournalLedger.Open(_folder.Path, TimeProvider.System, NullLogger.Instance);

    private static IReadOnlyList<LedgerEntry> Redacted()
    {
        var entries = SomeEntries.Ledger(5);
        var redacting = SomeEntries.Redacting(entries[^1], entries[1], Audience.Government);
        var redactions = new LedgerRedactions();
        redactions.Add(redacting);
        return [.. entries.Select(redactions.Apply), redacting];
    }

    private sealed class After(long count, CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value == count)
            {
                stop.Cancel();
            }
        }
    }
}
