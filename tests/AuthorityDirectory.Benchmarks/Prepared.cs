using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Http;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Api;

namespace AuthorityDirectory.Benchmarks;

/// <summary>A ledger taken in and made ready for queries, without HTTP.</summary>
internal sealed class Prepared(CurrentSnapshot current, ODataService<DirectoryView> service, ODataSnapshot<DirectoryView> snapshot) : IDisposable
{
    public ODataService<DirectoryView> Service => service;

    public ODataSnapshot<DirectoryView> Snapshot => snapshot;

    public static async Task<Prepared> CreateAsync(ILedger ledger)
    {
        var current = new CurrentSnapshot(ledger, TimeProvider.System);
        await current.RefreshAsync();
        var service = new ODataService<DirectoryView>(DirectoryEntityModel.Create("Benchmarks", "Synthetic data"));
        return new(current, service, service.Prepare(current.Value.View(Audience.Public)));
    }

    public void Dispose() => current.Dispose();
}
