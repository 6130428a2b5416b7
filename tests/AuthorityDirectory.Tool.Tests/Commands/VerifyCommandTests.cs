using System.Text;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly Workplace _workplace = new();

    public void Dispose() => _workplace.Dispose();

    [Fact]
    public async Task A_whole_store_is_said_to_be_whole_with_its_last_hash()
    {
        var facts = await DirectoryProcess.AskAsync("verify", "--folder", await _workplace.JournalAsync());

        Assert.Equal((Workplace.Small.Count, Workplace.Small[^1].Hash), ((int)facts["entries"]!, (string?)facts["headHash"]));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("government")]
    [InlineData("secretariat")]
    public async Task An_export_verifies_on_its_own_for_its_audience(string audience)
    {
        var export = await DirectoryProcess.RunAsync("export", "-", "--audience", audience, "--folder", await _workplace.JournalAsync());

        var outcome = await DirectoryProcess.PipeAsync(export.Bytes, "verify", "-", "--audience", audience);

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Contains(Workplace.Small[^1].Hash, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_export_is_no_whole_ledger_and_the_tool_says_what_to_do()
    {
        var export = await DirectoryProcess.RunAsync("export", "-", "--folder", await _workplace.JournalAsync());

        var outcome = await DirectoryProcess.PipeAsync(export.Bytes, "verify", "-");

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("--audience", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Other", "Othre")]
    [InlineData("\"revision\":2", "\"revision\":3")]
    [InlineData(Some.GovernmentContact, "someone@example.org")]
    public async Task One_changed_word_of_a_file_names_its_entry(string was, string becomes)
    {
        await _workplace.JournalAsync();
        var lines = Encoding.UTF8.GetString(_workplace.Bytes("journal", "ledger.jsonl")).Split('\n');
        lines[1] = lines[1].Replace(was, becomes, StringComparison.Ordinal);

        var outcome = await DirectoryProcess.PipeAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "verify", "-", "--json");

        Assert.Equal((1, 2), (outcome.Exit, (int)outcome.Facts["brokenEntry"]!));
        Assert.Contains("line 2", (string?)outcome.Facts["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_store_names_its_entry()
    {
        var journal = await _workplace.JournalAsync();
        var text = Encoding.UTF8.GetString(_workplace.Bytes("journal", "ledger.jsonl"));
        await File.WriteAllTextAsync(Path.Combine(journal, "ledger.jsonl"), text.Replace("Other", "Othre", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var outcome = await DirectoryProcess.RunAsync("verify", "--folder", journal);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("line 2. Entry 2: ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no ledger\n")]
    public async Task What_is_no_ledger_does_not_verify(string text) =>
        Assert.Equal(1, (await DirectoryProcess.PipeAsync(Encoding.UTF8.GetBytes(text), "verify", "-")).Exit);

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var outcome = await DirectoryProcess.RunAsync("verify", _workplace.In("none.jsonl"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("none.jsonl", outcome.Error, StringComparison.Ordinal);
    }
}
