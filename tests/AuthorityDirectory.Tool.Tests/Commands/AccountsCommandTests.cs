using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests.Commands;

public sealed class AccountsCommandTests : IDisposable
{
    private readonly Workplace _workplace = new();

    /// <summary>What is added, and what is said to it.</summary>
    public static TheoryData<string[], string> Refused => new()
    {
        { ["office", "--role", "administrator"], "Give one e-mail address" },
        { ["a@example.org,b@example.org", "--role", "administrator"], "Give one e-mail address" },
        { ["a@example.org\nBcc: b@example.org", "--role", "administrator"], "Give one e-mail address" },
        { ["a@example.org", "--role", "focal-point"], "Say of which State" },
        { ["a@example.org", "--role", "focal-point", "--state", "ZZ"], "Say of which State" },
        { ["a@example.org", "--role", "secretariat", "--state", "AT"], "leave the State out" },
        { ["a@example.org", "--role", "secretariat", "--name", "A\u0007B"], "without control characters" },
        { ["TAKEN@example.org", "--role", "secretariat"], "There is an open account with this address" },
    };

    public void Dispose() => _workplace.Dispose();

    [Theory]
    [InlineData("--role", "administrator")]
    [InlineData("--role", "secretariat", "--name", "Directory Office")]
    [InlineData("--role", "focal-point", "--state", "AT")]
    [InlineData("--role", "practitioner", "--state", "AT")]
    public async Task An_account_is_on_the_ledger(params string[] options)
    {
        var journal = await _workplace.JournalAsync();

        var facts = await DirectoryProcess.AskAsync(["accounts", "add", "office@example.org", .. options, "--folder", journal]);

        Assert.StartsWith("a-", (string)facts["account"]!, StringComparison.Ordinal);
        Assert.Equal(3, (int)facts["position"]!);
        Assert.Equal(3, (int)(await DirectoryProcess.AskAsync("verify", "--folder", journal))["entries"]!);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_the_rules_do_not_take_is_refused_with_nothing_changed(string[] arguments, string said)
    {
        var journal = await _workplace.JournalAsync();
        await DirectoryProcess.AskAsync("accounts", "add", "taken@example.org", "--role", "administrator", "--folder", journal);
        var before = _workplace.Bytes("journal", "ledger.jsonl");

        var outcome = await DirectoryProcess.RunAsync(["accounts", "add", .. arguments, "--folder", journal]);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _workplace.Bytes("journal", "ledger.jsonl"));
    }

    [Theory]
    [InlineData("accounts add a@example.org", "--role")]
    [InlineData("accounts add a@example.org --role system", "'administrator'")]
    [InlineData("accounts add --role administrator", "directory accounts add --help")]
    [InlineData("accounts", "directory accounts --help")]
    public async Task A_command_line_without_what_is_needed_says_what_is_missing(string arguments, string said)
    {
        var outcome = await DirectoryProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(said, outcome.Error + outcome.Output, StringComparison.Ordinal);
    }
}
