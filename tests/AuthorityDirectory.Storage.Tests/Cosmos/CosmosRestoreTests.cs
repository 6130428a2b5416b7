using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

public sealed class CosmosRestoreTests(CosmosAccount account) : LedgerRestoreSpecification, IClassFixture<CosmosAccount>, IAsyncLifetime
{
    private readonly string _partition = CosmosAccount.NewName();
    private readonly List<CosmosContainers> _opened = [];

    protected override ILedgerRestore Restoring => new CosmosRestore(Connect(), NullLogger<CosmosRestore>.Instance, _partition);

    public ValueTask InitializeAsync()
    {
        account.Quiet();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_answer_that_is_lost_on_the_way_doubles_nothing()
    {
        var number = 0;
        account.Server.OnRequest = call => call.Operation == CosmosOperation.Create && number++ % 2 == 0 ? Fault.DropAfterWork : null;

        Assert.Equal(6, await RestoreAsync(Entries));

        account.Quiet();
        await AssertHoldsAsync(Entries);
    }

    [Fact]
    public async Task Who_may_not_write_is_told_so()
    {
        account.Server.OnRequest = call => call.Operation == CosmosOperation.Create ? Fault.Answer(403) : null;

        Assert.Contains("role", (await Assert.ThrowsAsync<StorageRefusedException>(() => RestoreAsync(Entries))).Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        account.Quiet();
        _opened.ForEach(containers => containers.Dispose());
        return ValueTask.CompletedTask;
    }

    protected override ILedger Open() => new CosmosLedger(Connect(), NullLogger<CosmosLedger>.Instance, _partition);

    private CosmosContainers Connect()
    {
        _opened.Add(new CosmosContainers(account.Options));
        return _opened[^1];
    }
}
