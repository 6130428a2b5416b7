using System.Runtime.CompilerServices;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Tool.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Tool.Tests.Commands;

public sealed class SeedCommandTests : IDisposable
{
    private readonly Workplace _workplace = new();

    public void Dispose() => _workplace.Dispose();

    [Fact]
    public async Task The_seed_files_of_the_project_fill_an_empty_store_once()
    {
        var first = await DirectoryProcess.AskAsync("seed", SeedData(), "--folder", _workplace.In("journal"));
        var before = _workplace.Bytes("journal", "ledger.jsonl");
        var second = await DirectoryProcess.AskAsync("seed", SeedData(), "--folder", _workplace.In("journal"));

        Assert.Equal((true, false), ((bool)first["isNew"]!, (bool)second["isNew"]!));
        Assert.True((int)first["records"]! > 500);
        Assert.Equal((int)first["position"]!, before.Count(letter => letter == '\n'));
        Assert.Equal(before, _workplace.Bytes("journal", "ledger.jsonl"));
    }

    [Fact]
    public async Task Seed_files_are_not_loaded_over_a_directory_that_holds_States()
    {
        var journal = await _workplace.JournalAsync();
        var before = _workplace.Bytes("journal", "ledger.jsonl");

        var outcome = await DirectoryProcess.RunAsync("seed", SeedData(), "--folder", journal);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("There are States", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _workplace.Bytes("journal", "ledger.jsonl"));
    }

    [Fact]
    public async Task Bad_seed_files_are_told_one_problem_a_line_and_no_store_is_made()
    {
        Directory.CreateDirectory(_workplace.In("seed"));
        foreach (var file in Directory.GetFiles(SeedData(), "*.csv"))
        {
            File.Copy(file, _workplace.In("seed", Path.GetFileName(file)));
        }

        await File.AppendAllTextAsync(_workplace.In("seed", "aliases.csv"), "XX,en,Nowhere\n", TestContext.Current.CancellationToken);

        var outcome = await DirectoryProcess.RunAsync("seed", _workplace.In("seed"), "--folder", _workplace.In("journal"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("aliases.csv, line ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workplace.In("journal")));
    }

    [Fact]
    public async Task A_journal_that_another_process_appends_to_is_left_to_it()
    {
        using var held = JournalLedger.Open(_workplace.In("journal"), TimeProvider.System, NullLogger.Instance);

        var outcome = await DirectoryProcess.RunAsync("seed", SeedData(), "--folder", _workplace.In("journal"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains($"process {Environment.ProcessId}", outcome.Error, StringComparison.Ordinal);
    }

    private static string SeedData([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "seed-data"));
}
