using AuthorityDirectory.CodeLists;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

/// <summary>A ledger that comes from elsewhere is in the account as it was, whatever was redacted from it and however often it was begun.</summary>
public sealed class CosmosRestoreTests(CosmosAccount account) : IClassFixture<CosmosAccount>, IDisposable
{
    private readonly CosmosContainers _containers = new(account.Options);
    private readonly string _partition = CosmosAccount.NewName();
    private readonly Reports _reports = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ledger_with_redactions_is_read_as_it_was_and_goes_on()
    {
        var entries = await RedactedLedgerAsync();

        await RestoreAsync(entries);

        await AssertStoreAsync(entries);
        await using var store = account.OpenLedger(_partition);
        Assert.Equal(AppendResult.Appended, await store.Ledger.AppendAsync(SomeEntries.After(entries[^1]), Token));
        Assert.Equal([1, 2, 3, 4], _reports.Sequences);
    }

    [Fact]
    public async Task What_stopped_half_way_goes_on_where_it_stopped()
    {
        var entries = await RedactedLedgerAsync();
        var before = account.Server.Count(CosmosOperation.Create);
        account.Server.OnRequest = call => call.Operation == CosmosOperation.Create && call.Number > before + 2 ? Fault.Answer(403) : null;
        await Assert.ThrowsAsync<StorageRefusedException>(() => RestoreAsync(entries));
        account.Quiet();

        await RestoreAsync(entries);

        await AssertStoreAsync(entries);
        Assert.Equal([1, 2, 3, 4], _reports.Sequences);
    }

    [Fact]
    public async Task A_lost_answer_doubles_nothing()
    {
        var entries = await RedactedLedgerAsync();
        account.Server.OnRequest = call => call.Operation == CosmosOperation.Create && call.Number % 2 == 0 ? Fault.DropAfterWork : null;

        await RestoreAsync(entries);
        account.Quiet();

        await AssertStoreAsync(entries);
    }

    [Fact]
    public async Task An_account_with_another_ledger_is_refused_and_not_changed()
    {
        var entries = SomeEntries.Ledger(2);
        await RestoreAsync(entries);

        await Assert.ThrowsAsync<StorageRefusedException>(() => RestoreAsync(SomeEntries.Ledger(3)));
        await Assert.ThrowsAsync<StorageRefusedException>(() => RestoreAsync([.. entries.Take(1)]));

        await AssertStoreAsync(entries);
    }

    public void Dispose()
    {
        _containers.Dispose();
        account.Quiet();
    }

    private static async Task<IReadOnlyList<LedgerEntry>> RedactedLedgerAsync()
    {
        var ledger = new InMemoryLedger();
        var entries = SomeEntries.Ledger(2);
        var redacting = SomeEntries.Redacting(entries[1], entries[0], Audience.Government);
        foreach (var entry in entries.Append(redacting).Append(SomeEntries.After(redacting)))
        {
            await ledger.AppendAsync(entry, Token);
        }

        return (await ledger.ReadAsync(0, Token)).Entries;
    }

    private Task RestoreAsync(IReadOnlyList<LedgerEntry> entries) => CosmosRestore.RunAsync(_containers, entries, _reports, Token, _partition);

    private async Task AssertStoreAsync(IEnumerable<LedgerEntry> expected)
    {
        await using var store = account.OpenLedger(_partition);
        var page = await store.Ledger.ReadAsync(0, Token);
        Assert.Equal(expected.Select(LedgerEntryJson.Write), page.Entries.Select(LedgerEntryJson.Write));
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Sequences { get; } = [];

        public void Report(long value) => Sequences.Add(value);
    }
}
