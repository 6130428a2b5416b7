using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly Workplace _workplace = new();

    public static TheoryData<string, Func<string, string>, string> Bad => new()
    {
        { "a changed word", text => text.Replace("Other", "Othre", StringComparison.Ordinal), "line 2" },
        { "a cut end", text => text[..^10], "line 2" },
        { "no entries", _ => "", "no entries" },
        { "no ledger", _ => "id,name\n", "line 1" },
    };

    public void Dispose() => _workplace.Dispose();

    [Fact]
    public async Task A_ledger_moves_to_another_store_byte_for_byte()
    {
        await _workplace.JournalAsync("journal", Redacted());
        var export = await DirectoryProcess.RunAsync("export", "-", "--audience", "secretariat", "--folder", _workplace.In("journal"));

        var import = await DirectoryProcess.PipeAsync(export.Bytes, "import", "-", "--folder", _workplace.In("other"));

        Assert.Equal((0, ""), (import.Exit, import.Error));
        Assert.Equal(_workplace.Bytes("journal", "ledger.jsonl"), _workplace.Bytes("other", "ledger.jsonl"));
        Assert.Equal(0, (await DirectoryProcess.RunAsync("verify", "--folder", _workplace.In("other"))).Exit);
    }

    [Fact]
    public async Task A_body_that_a_later_entry_redacts_does_not_come_back_with_a_file_that_still_has_it()
    {
        var lines = string.Concat(Redacted().Select(entry => Encoding.UTF8.GetString(LedgerEntryJson.Write(entry)) + "\n"));
        Assert.Contains(Some.SecretariatContact, lines, StringComparison.Ordinal);

        Assert.Equal(0, (await DirectoryProcess.PipeAsync(Encoding.UTF8.GetBytes(lines), "import", "-", "--folder", _workplace.In("journal"))).Exit);

        Assert.DoesNotContain(Some.SecretariatContact, Encoding.UTF8.GetString(_workplace.Bytes("journal", "ledger.jsonl")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Nothing_is_taken_from_a_file_with(string what, Func<string, string> spoil, string named)
    {
        var text = string.Concat(Workplace.Small.Select(entry => Encoding.UTF8.GetString(LedgerEntryJson.Write(entry)) + "\n"));

        var outcome = await DirectoryProcess.PipeAsync(Encoding.UTF8.GetBytes(spoil(text)), "import", "-", "--folder", _workplace.In("journal"));

        Assert.True(outcome.Exit == 1, what);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_workplace.Content());
    }

    [Fact]
    public async Task A_record_of_a_newer_version_is_refused_before_the_directory_has_to()
    {
        var entry = SomeEntries.Draft(null) with { Changes = [new("authority.v9", "AT-001", 1, [LedgerChain.SealPart(Audience.Public, Some.Json(new { }), Some.Salt())])] };
        await File.WriteAllBytesAsync(_workplace.In("new.jsonl"), [.. LedgerEntryJson.Write(LedgerChain.Seal(entry, null)), (byte)'\n'], TestContext.Current.CancellationToken);

        var outcome = await DirectoryProcess.RunAsync("import", _workplace.In("new.jsonl"), "--folder", _workplace.In("journal"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("authority.v9", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workplace.In("journal")));
    }

    [Fact]
    public async Task A_public_export_is_refused_because_a_store_keeps_everything()
    {
        var export = await DirectoryProcess.RunAsync("export", "-", "--folder", await _workplace.JournalAsync());

        var outcome = await DirectoryProcess.PipeAsync(export.Bytes, "import", "-", "--folder", _workplace.In("other"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("narrower audience", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_holds_something_is_left_as_it_is()
    {
        var journal = await _workplace.JournalAsync();
        await DirectoryProcess.RunAsync("export", _workplace.In("all.jsonl"), "--audience", "secretariat", "--folder", journal);
        var before = _workplace.Bytes("journal", "ledger.jsonl");

        var outcome = await DirectoryProcess.RunAsync("import", _workplace.In("all.jsonl"), "--folder", journal);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("2 entries already", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _workplace.Bytes("journal", "ledger.jsonl"));
    }

    [Fact]
    public async Task Control_C_while_it_reads_leaves_nothing()
    {
        using var process = DirectoryProcess.Start("import", "-", "--folder", _workplace.In("journal"));
        var line = LedgerEntryJson.Write(Workplace.Small[0]);
        await process.StandardInput.BaseStream.WriteAsync(line, TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.FlushAsync(TestContext.Current.CancellationToken);

        await Interruption.SendAsync(process);

        Assert.Equal(130, (await DirectoryProcess.EndAsync(process)).Exit);
        Assert.Empty(_workplace.Content());
    }

    /// <summary>With the body that the last entry redacts still there.</summary>
    private static IReadOnlyList<LedgerEntry> Redacted() =>
        [.. Workplace.Small, LedgerChain.Seal(SomeEntries.Draft(Workplace.Small[^1]) with { Redacts = [.. Workplace.Small.Select(entry => new Redaction(entry.Sequence, "authority.v1", "AT-001", Audience.Secretariat, "The holder of the post asked for it."))] }, Workplace.Small[^1])];
}
