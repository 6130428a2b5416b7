using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Tool.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Tool.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly Workplace _workplace = new();

    public void Dispose() => _workplace.Dispose();

    [Fact]
    public async Task An_export_of_everything_is_the_journal_byte_for_byte()
    {
        var journal = await _workplace.JournalAsync();

        var outcome = await DirectoryProcess.RunAsync("export", _workplace.In("all.jsonl"), "--audience", "secretariat", "--folder", journal);

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Equal(_workplace.Bytes("journal", "ledger.jsonl"), _workplace.Bytes("all.jsonl"));
    }

    [Theory]
    [InlineData("public", false, false)]
    [InlineData("government", true, false)]
    [InlineData("secretariat", true, true)]
    public async Task An_export_holds_what_its_audience_may_see(string audience, bool government, bool secretariat)
    {
        var journal = await _workplace.JournalAsync();

        var text = (await DirectoryProcess.RunAsync("export", "-", "--audience", audience, "--folder", journal)).Output;

        Assert.Contains("public@example.org", text, StringComparison.Ordinal);
        Assert.Equal(government, text.Contains(Some.GovernmentContact, StringComparison.Ordinal));
        Assert.Equal(secretariat, text.Contains(Some.SecretariatContact, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_for_no_audience_gets_what_is_public()
    {
        var journal = await _workplace.JournalAsync();

        var outcome = await DirectoryProcess.RunAsync("export", "-", "--folder", journal);

        Assert.Equal(Workplace.Small.Count, outcome.Output.Count(letter => letter == '\n'));
        Assert.DoesNotContain(Some.GovernmentContact, outcome.Output, StringComparison.Ordinal);
        Assert.Contains(Workplace.Small[^1].Hash, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_reads_beside_a_process_that_appends()
    {
        var journal = await _workplace.JournalAsync();
        using var held = JournalLedger.Open(journal, TimeProvider.System, NullLogger.Instance);

        Assert.Equal(0, (await DirectoryProcess.RunAsync("export", "-", "--folder", journal)).Exit);
    }

    [Fact]
    public async Task A_program_is_told_what_was_written()
    {
        var journal = await _workplace.JournalAsync();

        var facts = await DirectoryProcess.AskAsync("export", _workplace.In("all.jsonl"), "--folder", journal);

        Assert.True((bool)facts["ok"]!);
        Assert.Equal((Workplace.Small.Count, Workplace.Small[^1].Hash, "public"), ((int)facts["entries"]!, (string?)facts["headHash"], (string?)facts["audience"]));
    }

    [Fact]
    public async Task A_file_is_replaced_only_when_that_is_asked_for()
    {
        var journal = await _workplace.JournalAsync();
        await File.WriteAllTextAsync(_workplace.In("all.jsonl"), "mine", TestContext.Current.CancellationToken);
        var before = _workplace.Content();

        var refused = await DirectoryProcess.RunAsync("export", _workplace.In("all.jsonl"), "--folder", journal);

        Assert.Equal(1, refused.Exit);
        Assert.Contains("there already", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, _workplace.Content());
        Assert.Equal(0, (await DirectoryProcess.RunAsync("export", _workplace.In("all.jsonl"), "--overwrite", "--folder", journal)).Exit);
    }

    [Fact]
    public async Task What_is_not_public_is_for_the_owner_of_the_file_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var journal = await _workplace.JournalAsync();

        await DirectoryProcess.RunAsync("export", _workplace.In("some.jsonl"), "--audience", "government", "--folder", journal);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(_workplace.In("some.jsonl")).UnixFileMode);
    }

    [Fact]
    public async Task A_damaged_ledger_is_not_exported()
    {
        var journal = await _workplace.JournalAsync();
        var lines = await File.ReadAllTextAsync(Path.Combine(journal, "ledger.jsonl"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(journal, "ledger.jsonl"), lines.Replace("Other", "other", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var before = _workplace.Content();

        var outcome = await DirectoryProcess.RunAsync("export", _workplace.In("all.jsonl"), "--folder", journal);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("line 2", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _workplace.Content());
    }
}
