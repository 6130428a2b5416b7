using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Ledger;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

/// <summary>The ledger in Cosmos DB, with the production settings of its client.</summary>
public sealed class CosmosLedgerTests(CosmosAccount account) : LedgerSpecification, IClassFixture<CosmosAccount>
{
    protected override Task<ILedgerStore> OpenAsync() => Task.FromResult(account.OpenLedger());
}
