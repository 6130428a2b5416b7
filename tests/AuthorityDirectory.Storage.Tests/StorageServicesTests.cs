using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Mirror;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Storage.Tests;

public sealed class StorageServicesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_any_setting_the_ledger_is_a_journal_in_the_folder_data()
    {
        using var folder = new TemporaryFolder();
        await using var application = Application(folder, []);

        await application.Services.GetRequiredService<ILedger>().AppendAsync(SomeEntries.After(null), Token);

        Assert.True(File.Exists(folder.In("data/ledger.jsonl")));
    }

    [Theory]
    [InlineData("elsewhere", "elsewhere/ledger.jsonl")]
    [InlineData("", "data/ledger.jsonl")]
    public async Task The_folder_is_a_setting(string setting, string file)
    {
        using var folder = new TemporaryFolder();
        await using var application = Application(folder, new() { ["Storage:Folder"] = setting, ["Storage:Kind"] = "journal" });

        Assert.IsType<JournalLedger>(application.Services.GetRequiredService<ILedger>());
        Assert.True(File.Exists(folder.In(file)));
    }

    [Fact]
    public async Task The_journal_is_let_go_of_with_the_application()
    {
        using var folder = new TemporaryFolder();
        await using (var application = Application(folder, []))
        {
            application.Services.GetRequiredService<ILedger>();
            Assert.Throws<StorageRefusedException>(() => JournalLedger.Open(folder.In("data"), TimeProvider.System, new KeptLog()));
        }

        JournalLedger.Open(folder.In("data"), TimeProvider.System, new KeptLog()).Dispose();
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("7")]
    [InlineData("Journal,Cosmos")]
    public void A_kind_that_is_not_there_is_answered_with_those_that_are(string kind)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Kind", kind)]).Build();

        var refused = Assert.Throws<StorageRefusedException>(() => StorageOptions.From(configuration));

        Assert.Equal($"Storage:Kind is \"{kind}\". Allowed: Journal, Cosmos.", refused.Message);
    }

    [Fact]
    public async Task A_ledger_in_cosmos_db_is_read_through_a_copy_in_the_folder()
    {
        using var folder = new TemporaryFolder();
        await using var account = await AccountAsync();
        await using var application = Application(folder, Settings(account));
        var ledger = application.Services.GetRequiredService<ILedger>();

        Assert.Equal(AppendResult.Appended, await ledger.AppendAsync(SomeEntries.After(null), Token));
        await ledger.ReadAsync(0, Token);
        await application.Services.GetRequiredService<IWorkStore>().PutAsync("draft/at", "1"u8.ToArray(), WorkCondition.Any, null, Token);

        Assert.IsType<MirroredLedger>(ledger);
        Assert.Single(await File.ReadAllLinesAsync(folder.In("data/mirror/ledger.jsonl"), Token));
        Assert.Equal(1, account.Count(CosmosOperation.Upsert));
    }

    [Fact]
    public async Task A_person_at_the_command_line_reads_the_store_itself()
    {
        using var folder = new TemporaryFolder();
        await using var account = await AccountAsync();
        await using var application = Application(folder, Settings(account), StorageUse.Operator);

        Assert.IsType<CosmosLedger>(application.Services.GetRequiredService<ILedger>());
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_key_outside_development_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using var account = await AccountAsync();
        await using var application = Application(folder, Settings(account), environment: "Production");

        Assert.Throws<StorageRefusedException>(application.Services.GetRequiredService<ILedger>);
    }

    [Fact]
    public async Task Work_beside_a_journal_is_in_its_folder()
    {
        using var folder = new TemporaryFolder();
        await using var application = Application(folder, []);

        await application.Services.GetRequiredService<IWorkStore>().PutAsync("draft/at", "1"u8.ToArray(), WorkCondition.Any, null, Token);

        Assert.True(File.Exists(folder.In("data/work/draft/at")));
    }

    [Fact]
    public void A_folder_that_cannot_be_is_refused_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("file"), "");

        var refused = Assert.Throws<StorageRefusedException>(() => JournalLedger.Open(folder.In("file/data"), TimeProvider.System, new KeptLog()));

        Assert.Contains("Set Storage:Folder to a folder that this process may write to.", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<CosmosTestServer> AccountAsync()
    {
        var account = await CosmosTestServer.StartAsync();
        account.AddContainer("directory", CosmosContainers.LedgerName, CosmosContainers.LedgerPartitionKey);
        account.AddContainer("directory", CosmosContainers.WorkName, CosmosContainers.WorkPartitionKey, timeToLive: -1);
        return account;
    }

    private static Dictionary<string, string?> Settings(CosmosTestServer account) => new()
    {
        ["Storage:Kind"] = "Cosmos",
        ["Storage:Cosmos:Endpoint"] = account.Endpoint,
        ["Storage:Cosmos:Key"] = CosmosTestServer.Key,
    };

    private static WebApplication Application(
        TemporaryFolder folder, Dictionary<string, string?> settings, StorageUse use = StorageUse.Service, string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddDirectoryStorage(use);
        return builder.Build();
    }
}
