using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests.Commands;

public sealed class GenerateCommandTests : IDisposable
{
    private static readonly string[] Small = ["--states", "3", "--authorities", "10", "--changes", "5"];

    private readonly Workplace _workplace = new();

    public void Dispose() => _workplace.Dispose();

    [Fact]
    public async Task The_same_numbers_make_the_same_bytes_on_every_machine()
    {
        var facts = await DirectoryProcess.AskAsync(["generate", _workplace.In("one.jsonl"), .. Small]);
        var again = await DirectoryProcess.RunAsync(["generate", "-", .. Small]);

        Assert.Equal(_workplace.Bytes("one.jsonl"), again.Bytes);
        Assert.Equal("77aeba67e60433acd48d6d664e21caba68d44bcfcf0e8b4cad185477a3f337ca", (string?)facts["headHash"]);
    }

    [Fact]
    public async Task Another_seed_makes_other_data() =>
        Assert.NotEqual((await DirectoryProcess.RunAsync(["generate", "-", .. Small])).Bytes, (await DirectoryProcess.RunAsync(["generate", "-", .. Small, "--seed", "2"])).Bytes);

    [Fact]
    public async Task What_it_makes_is_a_whole_ledger_and_fills_a_store()
    {
        var made = await DirectoryProcess.RunAsync(["generate", "-", .. Small]);

        var outcome = await DirectoryProcess.PipeAsync(made.Bytes, "import", "-", "--folder", _workplace.In("journal"));

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Equal(made.Bytes, _workplace.Bytes("journal", "ledger.jsonl"));
    }

    [Theory]
    [InlineData("--states", "0", "1 to 191")]
    [InlineData("--states", "192", "1 to 191")]
    [InlineData("--authorities", "0", "1 to 1000000")]
    [InlineData("--changes", "-1", "0 to 10000000")]
    [InlineData("--authorities", "many", "many")]
    public async Task A_number_that_is_not_allowed_is_answered_with_those_that_are(string option, string value, string said)
    {
        var outcome = await DirectoryProcess.RunAsync("generate", _workplace.In("one.jsonl"), option, value);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_workplace.Content());
    }

    [Fact]
    public async Task Control_C_leaves_no_file()
    {
        using var watcher = new FileSystemWatcher(_workplace.Path);
        var begun = new TaskCompletionSource();
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using var process = DirectoryProcess.Start("generate", _workplace.In("large.jsonl"), "--changes", "10000000");
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        await Interruption.SendAsync(process);
        var outcome = await DirectoryProcess.EndAsync(process);

        Assert.Equal(130, outcome.Exit);
        Assert.Contains("Stopped", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_workplace.Content());
    }
}
