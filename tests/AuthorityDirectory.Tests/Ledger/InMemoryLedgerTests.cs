using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Tests.Ledger;

public sealed class InMemoryLedgerTests : LedgerSpecification
{
    protected override Task<ILedgerStore> OpenAsync() => Task.FromResult<ILedgerStore>(new Store());

    private sealed class Store : ILedgerStore
    {
        public ILedger Ledger { get; } = new InMemoryLedger();

        public Task ReopenAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
