using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Tests.Journal;

/// <summary>A file that is deleted or replaced takes what is written to it as before, and it is gone with the process: nobody may be told that such an entry was recorded.</summary>
public sealed class JournalReplacedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeptLog _log = new();
    private readonly LedgerEntry[] _entries = [.. SomeEntries.Ledger(3)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Meddlings => [.. Meddling.Keys];

    private static Dictionary<string, Action<TemporaryFolder>> Meddling { get; } = new()
    {
        ["deleted"] = folder => File.Delete(folder.Journal),
        ["moved away"] = folder => File.Move(folder.Journal, folder.In("elsewhere")),
        ["deleted with its folder"] = folder => Directory.Delete(folder.Path, recursive: true),
        ["replaced by an older copy"] = folder => Put(folder, File.ReadAllBytes(folder.Journal)[..^10]),
        ["replaced by a copy that is the same"] = folder => Put(folder, File.ReadAllBytes(folder.Journal)),
        ["cut to nothing"] = folder => File.WriteAllBytes(folder.Journal, []),
        ["written over by an older copy"] = folder => File.WriteAllBytes(folder.Journal, File.ReadAllBytes(folder.Journal)[..^10]),
        ["appended to by somebody else"] = folder => File.AppendAllText(folder.Journal, "{\"actor\":{"),
    };

    [Theory]
    [MemberData(nameof(Meddlings))]
    public async Task What_is_written_after_somebody_meddled_with_the_file_is_not_acknowledged_until_a_restart(string how)
    {
        using var ledger = Open();
        await ledger.AppendAsync(_entries[0], Token);
        await ledger.AppendAsync(_entries[1], Token);
        Meddling[how](_folder);
        var after = Files();

        Assert.False(await IsAcknowledgedAsync(ledger, _entries[2]));
        Assert.False(await IsAcknowledgedAsync(ledger, _entries[2]));

        Assert.Equal(after, Files());
        Assert.Equal(2, (await ledger.ReadAsync(0, Token)).Entries.Count);
        Assert.Single(_log.Lines, line => line.Level == LogLevel.Critical && line.Text.Contains($"{_folder.Journal} is not the file that this process writes to any more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_writer_that_a_deleted_lock_lets_in_ends_the_writing_of_the_first()
    {
        using var first = Open();
        await first.AppendAsync(_entries[0], Token);
        File.Delete(_folder.In("ledger.lock"));
        using var second = Open();

        Assert.True(await IsAcknowledgedAsync(second, _entries[1]));
        Assert.False(await IsAcknowledgedAsync(first, SomeEntries.After(_entries[0])));

        var kept = await new JournalReader(_folder.Path).ReadAsync(0, Token);
        Assert.Equal(_entries.Take(2).Select(entry => entry.Hash), kept.Entries.Select(entry => entry.Hash));
    }

    [Fact]
    public async Task Once_the_file_is_back_a_restart_goes_on()
    {
        using (var ledger = Open())
        {
            await ledger.AppendAsync(_entries[0], Token);
            Meddling["moved away"](_folder);
            await IsAcknowledgedAsync(ledger, _entries[1]);
        }

        File.Move(_folder.In("elsewhere"), _folder.Journal);
        using var restarted = Open();

        Assert.True(await IsAcknowledgedAsync(restarted, _entries[1]));
    }

    public void Dispose()
    {
        Directory.CreateDirectory(_folder.Path);
        _folder.Dispose();
    }

    private JournalLedger Open() => JournalLedger.Open(_folder.Path, TimeProvider.System, _log);

    private static void Put(TemporaryFolder folder, byte[] content)
    {
        File.WriteAllBytes(folder.In("copy"), content);
        File.Move(folder.In("copy"), folder.Journal, overwrite: true);
    }

    private string[] Files() => Directory.Exists(_folder.Path)
        ? [.. Directory.GetFiles(_folder.Path).Where(file => !file.Contains(".lock", StringComparison.Ordinal)).Order().Select(file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}")]
        : [];

    private static async Task<bool> IsAcknowledgedAsync(JournalLedger ledger, LedgerEntry entry)
    {
        try
        {
            return await ledger.AppendAsync(entry, Token) is AppendResult.Appended or AppendResult.AlreadyAppended;
        }
        catch (LedgerUnavailableException)
        {
            return false;
        }
    }
}
