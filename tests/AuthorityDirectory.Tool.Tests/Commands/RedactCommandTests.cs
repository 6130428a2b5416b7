using System.Text;
using System.Text.Json.Nodes;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests.Commands;

public sealed class RedactCommandTests : IDisposable
{
    private const string Ground = "The holder of the post asked for it.";

    private readonly Workplace _workplace = new();

    /// <summary>Sequence, kind, id, audience, ground; and what is said to it.</summary>
    public static TheoryData<string[], string> Bad => new()
    {
        { ["3", "authority.v1", "AT-001", "--audience", "government", "--ground", Ground], "These do: 1, 2." },
        { ["0", "authority.v1", "AT-001", "--audience", "government", "--ground", Ground], "These do: 1, 2." },
        { ["1", "authority.v1", "AT-002", "--audience", "government", "--ground", Ground], "No entry holds it." },
        { ["1", "state.v1", "AT", "--audience", "government", "--ground", Ground], "No entry holds it." },
        { ["1", "authority.v1", "AT-001", "--audience", "government", "--ground", " "], "ground is empty" },
    };

    public void Dispose() => _workplace.Dispose();

    [Fact]
    public async Task A_part_is_gone_from_the_file_and_the_ledger_verifies_and_says_why()
    {
        var journal = await _workplace.JournalAsync();
        Assert.Equal(2, Count(Some.GovernmentContact));

        var first = await RedactAsync("1", "authority.v1", "AT-001", "--audience", "government", "--ground", Ground);
        Assert.Equal((1, 2), (Count(Some.GovernmentContact), (int)first["otherEntries"]![0]!));
        await RedactAsync("2", "authority.v1", "AT-001", "--audience", "government", "--ground", Ground);

        Assert.Equal((0, 2, 2), (Count(Some.GovernmentContact), Count(Some.SecretariatContact), Count(Ground)));
        var facts = await DirectoryProcess.AskAsync("verify", "--folder", journal);
        Assert.Equal((4, 2), ((int)facts["entries"]!, (int)facts["absentBodies"]!));
    }

    [Fact]
    public async Task What_is_gone_is_not_taken_away_twice()
    {
        await _workplace.JournalAsync();
        string[] redaction = ["1", "authority.v1", "AT-001", "--audience", "government", "--ground", Ground];
        await RedactAsync(redaction);
        var before = _workplace.Bytes("journal", "ledger.jsonl");

        var outcome = await DirectoryProcess.RunAsync(["redact", .. redaction, "--folder", _workplace.In("journal")]);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains("or no longer", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _workplace.Bytes("journal", "ledger.jsonl"));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_part_that_is_not_there_is_refused(string[] arguments, string said)
    {
        var journal = await _workplace.JournalAsync();
        var before = _workplace.Content();

        var outcome = await DirectoryProcess.RunAsync(["redact", .. arguments, "--folder", journal]);

        Assert.Equal(1, outcome.Exit);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _workplace.Content());
    }

    [Theory]
    [InlineData("redact 1 authority AT-001 --audience government --ground x", "'authority.v1'")]
    [InlineData("redact one authority.v1 AT-001 --audience government --ground x", "one")]
    [InlineData("redact 1 authority.v1 AT-001 --ground x", "--audience")]
    [InlineData("redact 1 authority.v1 AT-001 --audience government", "--ground")]
    public async Task A_redaction_names_its_part_and_its_ground(string arguments, string said)
    {
        var outcome = await DirectoryProcess.RunAsync(arguments.Split(' '));

        Assert.Equal(2, outcome.Exit);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
    }

    private Task<JsonObject> RedactAsync(params string[] arguments) =>
        DirectoryProcess.AskAsync(["redact", .. arguments, "--folder", _workplace.In("journal")]);

    private int Count(string text) => Encoding.UTF8.GetString(_workplace.Bytes("journal", "ledger.jsonl")).Split(text).Length - 1;
}
