using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Storage.Tests.Journal;

public sealed class JournalRestoreTests : LedgerRestoreSpecification, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private JournalLedger? _opened;

    protected override ILedgerRestore Restoring => new JournalRestore(_folder.Path, TimeProvider.System, NullLogger<JournalRestore>.Instance);

    [Fact]
    public async Task A_journal_in_use_is_left_alone()
    {
        Open();

        await Assert.ThrowsAsync<StorageRefusedException>(() => RestoreAsync(Entries));
    }

    [Fact]
    public async Task When_it_is_stopped_midway_there_is_no_journal_and_no_remnant()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Restoring.RunAsync(Entries, mayContinue: true, new At(3, stop), stop.Token));

        Assert.Empty(Directory.GetFiles(_folder.Path, "*.jsonl*"));
    }

    [Fact]
    public async Task What_is_redacted_is_not_in_the_file()
    {
        await RestoreAsync(Entries);

        Assert.Equal(Entries.Select(LedgerEntryJson.Write), File.ReadAllLines(_folder.Journal).Select(System.Text.Encoding.UTF8.GetBytes));
    }

    public void Dispose()
    {
        _opened?.Dispose();
        _folder.Dispose();
    }

    protected override ILedger Open()
    {
        _opened?.Dispose();
        return _opened = JournalLedger.Open(_folder.Path, TimeProvider.System, NullLogger.Instance);
    }
}
