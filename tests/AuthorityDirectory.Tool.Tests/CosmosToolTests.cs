using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests;

/// <summary>The tool on an account of Cosmos DB, which the test server stands in for.</summary>
public sealed class CosmosToolTests : IAsyncLifetime
{
    private readonly Workplace _workplace = new();
    private CosmosTestServer? _server;
    private string _endpoint = "";

    private CosmosTestServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _server = await CosmosTestServer.StartAsync();
        _endpoint = _server.Endpoint;
        _server.AddContainer("directory", CosmosContainers.LedgerName, CosmosContainers.LedgerPartitionKey);
        _server.AddContainer("directory", CosmosContainers.WorkName, CosmosContainers.WorkPartitionKey, timeToLive: -1);
    }

    public async ValueTask DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _workplace.Dispose();
    }

    [Fact]
    public async Task A_ledger_goes_from_journal_to_Cosmos_and_back_byte_for_byte()
    {
        await JournalWithRedactionAsync();

        await DirectoryProcess.AskAsync("backup", _workplace.In("one.jsonl"), "--folder", _workplace.In("journal"));
        await AskCosmosAsync("restore", _workplace.In("one.jsonl"));
        await AskCosmosAsync("backup", _workplace.In("two.jsonl"));
        await DirectoryProcess.AskAsync("restore", _workplace.In("two.jsonl"), "--folder", _workplace.In("back"));

        Assert.Equal(_workplace.Bytes("journal", "ledger.jsonl"), _workplace.Bytes("two.jsonl"));
        Assert.Equal(_workplace.Bytes("journal", "ledger.jsonl"), _workplace.Bytes("back", "ledger.jsonl"));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("government")]
    public async Task An_export_is_the_same_bytes_whichever_store_it_came_from(string audience)
    {
        await JournalWithRedactionAsync();
        await AskCosmosAsync("import", _workplace.In("journal", "ledger.jsonl"));

        var fromJournal = await DirectoryProcess.RunAsync("export", "-", "--audience", audience, "--folder", _workplace.In("journal"));
        var fromCosmos = await RunCosmosAsync("export", "-", "--audience", audience);

        Assert.Equal((0, fromJournal.Output), (fromCosmos.Exit, fromCosmos.Output));
    }

    [Fact]
    public async Task A_redaction_leaves_no_body_in_the_store()
    {
        await _workplace.JournalAsync();
        await AskCosmosAsync("import", _workplace.In("journal", "ledger.jsonl"));

        await AskCosmosAsync("redact", "1", "authority.v1", "AT-001", "--audience", "secretariat", "--ground", "The holder of the post asked for it.");
        await AskCosmosAsync("redact", "2", "authority.v1", "AT-001", "--audience", "secretariat", "--ground", "The holder of the post asked for it.");

        var facts = await AskCosmosAsync("verify");
        Assert.Equal((4, 2), ((int)facts["entries"]!, (int)facts["absentBodies"]!));
        var whole = await RunCosmosAsync("export", "-", "--audience", "secretariat");
        Assert.DoesNotContain(Some.SecretariatContact, whole.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_holds_something_takes_no_import_and_an_interrupted_restore_is_finished()
    {
        var journal = await JournalWithRedactionAsync();
        var creates = 0;
        Server.OnRequest = call => call.Operation == CosmosOperation.Create && ++creates > 2 ? Fault.Answer(403) : null;
        Assert.Equal(1, (await RunCosmosAsync("restore", journal)).Exit);
        Server.OnRequest = null;

        var import = await RunCosmosAsync("import", journal);
        var restore = await AskCosmosAsync("restore", journal);

        Assert.Equal(1, import.Exit);
        Assert.Contains("2 entries already", import.Error, StringComparison.Ordinal);
        Assert.Equal(1, (int)restore["new"]!);
        await AskCosmosAsync("verify");
    }

    [Fact]
    public async Task Seed_files_fill_a_shared_store_once()
    {
        var first = await AskCosmosAsync("seed", SeedData());
        var second = await AskCosmosAsync("seed", SeedData());

        Assert.Equal((true, false), ((bool)first["isNew"]!, (bool)second["isNew"]!));
        Assert.Equal((int)first["position"]!, (int)(await AskCosmosAsync("verify"))["entries"]!);
    }

    [Fact]
    public async Task A_store_that_is_away_is_told_by_its_own_exit_code()
    {
        await Server.DisposeAsync();
        _server = null;

        var outcome = await RunCosmosAsync("verify");

        Assert.Equal(3, outcome.Exit);
        Assert.Contains("later", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>The path of a journal whose last entry redacted a part of the first.</summary>
    private async Task<string> JournalWithRedactionAsync()
    {
        var journal = await _workplace.JournalAsync();
        await DirectoryProcess.AskAsync("redact", "1", "authority.v1", "AT-001", "--audience", "secretariat", "--ground", "The holder of the post asked for it.", "--folder", journal);
        return Path.Combine(journal, "ledger.jsonl");
    }

    private static string SeedData([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "seed-data"));

    private async Task<JsonObject> AskCosmosAsync(params string[] args)
    {
        var outcome = await RunCosmosAsync([.. args, "--json"]);
        Assert.True(outcome.Exit == 0, outcome.Error + outcome.Output);
        return outcome.Facts;
    }

    private async Task<Outcome> RunCosmosAsync(params string[] args)
    {
        using var process = DirectoryProcess.Start(
            new Dictionary<string, string>
            {
                ["Storage__Cosmos__Endpoint"] = _endpoint,
                ["Storage__Cosmos__Key"] = CosmosTestServer.Key,
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["COSMOS_DISABLE_IMDS_ACCESS"] = "true",
            },
            [.. args, "--store", "Cosmos"]);
        process.StandardInput.Close();
        return await DirectoryProcess.EndAsync(process);
    }
}
