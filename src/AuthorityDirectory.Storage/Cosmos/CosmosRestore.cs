using System.Net;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Gives an account a whole ledger that comes from elsewhere, redacted entries included. No instance of the directory runs meanwhile.</summary>
/// <remarks>Entries are written one after the other: what stops half way has written the beginning of the ledger, and the same call goes on from there.</remarks>
public static class CosmosRestore
{
    /// <summary>Writes what is not there yet.</summary>
    /// <param name="containers">The account. Its ledger is empty, or the beginning of the same ledger.</param>
    /// <param name="entries">The whole ledger, verified.</param>
    /// <param name="progress">Hears of the entries that are there so far.</param>
    /// <param name="cancellationToken">Stops between entries.</param>
    /// <param name="partition">Another ledger in the same container, for tests.</param>
    /// <exception cref="StorageRefusedException">The account holds another ledger, lets nobody in or cannot be used; nothing was changed.</exception>
    /// <exception cref="LedgerUnavailableException">The store does not answer: call again.</exception>
    public static async Task RunAsync(
        CosmosContainers containers, IReadOnlyList<LedgerEntry> entries, IProgress<long> progress, CancellationToken cancellationToken, string partition = CosmosLedger.Partition)
    {
        await containers.CheckAsync(cancellationToken).ConfigureAwait(false);
        var store = new CosmosEntries(containers.Ledger, partition, containers.Options.Patience);
        var pipeline = new StorePipeline(containers.Options.Patience);
        var present = await store.LoadAsync(cancellationToken).ConfigureAwait(false);
        RefuseAnother(present.Values, entries);
        foreach (var entry in entries.Skip(present.Count))
        {
            await pipeline.ExecuteAsync(token => CreateAsync(store, entry, token), cancellationToken).ConfigureAwait(false);
            progress.Report(entry.Sequence);
        }
    }

    private static void RefuseAnother(IEnumerable<LedgerEntry> present, IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var (index, entry) in present.Index())
        {
            StorageRefusedException.ThrowIf(
                index >= entries.Count || entry.Hash != entries[index].Hash,
                $"The store holds an entry {entry.Sequence} that is not in the ledger to be restored. Nothing was changed. Restore to an empty account.");
        }
    }

    /// <returns>Whether this call wrote it: an earlier attempt may have.</returns>
    private static async ValueTask<bool> CreateAsync(CosmosEntries store, LedgerEntry entry, CancellationToken cancellationToken)
    {
        using var response = await store.CreateAsync(entry, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Conflict)
        {
            var there = await store.FindAsync(entry.Sequence, cancellationToken).ConfigureAwait(false);
            StorageRefusedException.ThrowIf(
                there is not null && there.Entry.Hash != entry.Hash, $"Somebody else wrote entry {entry.Sequence} while the ledger was restored. Stop the directory, and restore to an empty account.");
            return there is null ? throw StoreCall.Unavailable($"restore entry {entry.Sequence}", response) : false;
        }

        StorageRefusedException.ThrowIf(
            response.StatusCode == HttpStatusCode.Forbidden, $"Entry {entry.Sequence} could not be written: this identity may not append to the ledger.");
        return response.StatusCode == HttpStatusCode.Created ? true : throw StoreCall.Unavailable($"restore entry {entry.Sequence}", response);
    }
}
