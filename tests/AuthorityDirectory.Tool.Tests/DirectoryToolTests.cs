using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests;

public sealed class DirectoryToolTests : IDisposable
{
    private readonly Workplace _workplace = new();

    public static TheoryData<string, string> Wrong => new()
    {
        { "", "Required command" },
        { "exprot all.jsonl", "exprot" },
        { "export", "export --help" },
        { "export all.jsonl --audience everyone", "'government'" },
        { "export all.jsonl --store Paper", "'Journal'" },
        { "export all.jsonl two.jsonl", "two.jsonl" },
    };

    public void Dispose() => _workplace.Dispose();

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_command_line_is_explained_and_exits_with_2(string arguments, string explained)
    {
        var outcome = await DirectoryProcess.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (outcome.Exit, outcome.Output));
        Assert.Contains(explained, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_ledger_the_tool_says_so_and_makes_none()
    {
        var outcome = await DirectoryProcess.RunAsync("export", _workplace.In("all.jsonl"), "--folder", _workplace.In("nowhere"));

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(_workplace.In("nowhere"), outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_workplace.Content());
    }

    [Fact]
    public async Task A_refusal_can_be_read_by_a_program()
    {
        var outcome = await DirectoryProcess.RunAsync("export", _workplace.In("all.jsonl"), "--folder", _workplace.In("nowhere"), "--json");

        Assert.Equal((1, "", false), (outcome.Exit, outcome.Error, (bool)outcome.Facts["ok"]!));
        Assert.Contains("nowhere", (string?)outcome.Facts["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_command_line_can_be_read_by_a_program_too()
    {
        var outcome = await DirectoryProcess.RunAsync("generate", _workplace.In("all.jsonl"), "--authorities", "-1", "--json");

        Assert.Equal((2, "", false), (outcome.Exit, outcome.Error, (bool)outcome.Facts["ok"]!));
        Assert.StartsWith("--authorities is -1.", (string?)outcome.Facts["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_of_the_web_application_name_the_store_too()
    {
        var journal = await _workplace.JournalAsync();
        using var process = DirectoryProcess.Start(new Dictionary<string, string> { ["Storage__Folder"] = journal }, "export", "-");

        Assert.Equal(0, (await DirectoryProcess.EndAsync(process)).Exit);
    }
}
