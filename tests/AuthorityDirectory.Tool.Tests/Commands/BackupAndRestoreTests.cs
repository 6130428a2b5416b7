using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests.Commands;

public sealed class BackupAndRestoreTests : IDisposable
{
    private readonly Workplace _workplace = new();

    public void Dispose() => _workplace.Dispose();

    [Fact]
    public async Task A_store_comes_back_from_its_backup_byte_for_byte()
    {
        await BackUpAsync();

        var facts = await DirectoryProcess.AskAsync("restore", _workplace.In("backup.jsonl"), "--folder", _workplace.In("restored"));

        Assert.Equal((2, Workplace.Small[^1].Hash), ((int)facts["new"]!, (string?)facts["headHash"]));
        Assert.Equal(_workplace.Bytes("journal", "ledger.jsonl"), _workplace.Bytes("restored", "ledger.jsonl"));
    }

    [Fact]
    public async Task A_store_that_lost_its_end_is_completed_and_a_second_time_nothing_is_left_to_do()
    {
        await BackUpAsync();
        var whole = _workplace.Bytes("journal", "ledger.jsonl");
        await File.WriteAllBytesAsync(_workplace.In("journal", "ledger.jsonl"), whole[..(Array.IndexOf(whole, (byte)'\n') + 1)], TestContext.Current.CancellationToken);

        var first = await DirectoryProcess.AskAsync("restore", _workplace.In("backup.jsonl"), "--folder", _workplace.In("journal"));
        var second = await DirectoryProcess.AskAsync("restore", _workplace.In("backup.jsonl"), "--folder", _workplace.In("journal"));

        Assert.Equal((1, 0), ((int)first["new"]!, (int)second["new"]!));
        Assert.Equal(whole, _workplace.Bytes("journal", "ledger.jsonl"));
    }

    [Fact]
    public async Task A_store_with_another_ledger_is_left_as_it_is()
    {
        await BackUpAsync();
        await _workplace.JournalAsync("other", SomeEntries.Ledger(1));
        var before = _workplace.Bytes("other", "ledger.jsonl");

        var outcome = await DirectoryProcess.RunAsync("restore", _workplace.In("backup.jsonl"), "--folder", _workplace.In("other"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("not the beginning", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _workplace.Bytes("other", "ledger.jsonl"));
    }

    [Fact]
    public async Task A_store_that_went_on_after_its_backup_loses_nothing()
    {
        await BackUpAsync();
        File.Delete(_workplace.In("journal", "ledger.jsonl"));
        await _workplace.JournalAsync("journal", [.. Workplace.Small, SomeEntries.After(Workplace.Small[^1])]);
        var before = _workplace.Bytes("journal", "ledger.jsonl");

        Assert.Equal(1, (await DirectoryProcess.RunAsync("restore", _workplace.In("backup.jsonl"), "--folder", _workplace.In("journal"))).Exit);

        Assert.Equal(before, _workplace.Bytes("journal", "ledger.jsonl"));
    }

    [Fact]
    public async Task A_damaged_backup_is_not_restored()
    {
        await BackUpAsync();
        var bytes = _workplace.Bytes("backup.jsonl");
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(_workplace.In("backup.jsonl"), bytes, TestContext.Current.CancellationToken);

        var outcome = await DirectoryProcess.RunAsync("restore", _workplace.In("backup.jsonl"), "--folder", _workplace.In("restored"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("is damaged at line", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workplace.In("restored")));
    }

    private async Task BackUpAsync()
    {
        var facts = await DirectoryProcess.AskAsync("backup", _workplace.In("backup.jsonl"), "--folder", await _workplace.JournalAsync());
        Assert.Equal(2, (int)facts["entries"]!);
    }
}
