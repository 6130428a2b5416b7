using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
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
    [InlineData("Journal,Journal")]
    public void A_kind_that_is_not_there_is_answered_with_those_that_are(string kind)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Kind", kind)]).Build();

        var refused = Assert.Throws<StorageRefusedException>(() => StorageOptions.From(configuration));

        Assert.Equal($"Storage:Kind is \"{kind}\". Allowed: Journal.", refused.Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_is_refused_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("file"), "");

        var refused = Assert.Throws<StorageRefusedException>(() => JournalLedger.Open(folder.In("file/data"), TimeProvider.System, new KeptLog()));

        Assert.Contains("Set Storage:Folder to a folder that this process may write to.", refused.Message, StringComparison.Ordinal);
    }

    private static WebApplication Application(TemporaryFolder folder, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddDirectoryStorage();
        return builder.Build();
    }
}
