using System.Net;
using AuthorityDirectory.Ledger;
using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>The entries of one ledger as items of its partition.</summary>
internal sealed class CosmosEntries(Container container, string partition, CosmosPatience patience)
{
    private readonly PartitionKey _key = new(partition);

    /// <returns>The entry with its tag; null when it is not there.</returns>
    /// <exception cref="LedgerUnavailableException">The store does not say.</exception>
    public async Task<StoredEntry?> FindAsync(long sequence, CancellationToken cancellationToken)
    {
        using var response = await StoreCall.SendAsync(
            "read",
            token => container.ReadItemStreamAsync(CosmosDocument.Id(sequence), _key, cancellationToken: token),
            patience.Attempt,
            cancellationToken).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.OK
            ? new StoredEntry(await CosmosDocument.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false), response.Headers.ETag)
            : StoreCall.IsAbsent(response) ? null
            : throw StoreCall.Unavailable($"read entry {sequence}", response);
    }

    /// <returns>The store's answer, whatever it is.</returns>
    public Task<ResponseMessage> CreateAsync(LedgerEntry entry, CancellationToken cancellationToken) => StoreCall.SendAsync(
        "append",
        token => container.CreateItemStreamAsync(CosmosDocument.Write(entry, partition), _key, cancellationToken: token),
        patience.Attempt,
        cancellationToken);

    /// <summary>Puts an entry in the place of what was read.</summary>
    /// <returns>The new tag; null when this process may not replace anything.</returns>
    /// <exception cref="LedgerUnavailableException">Somebody else was faster, or the store does not say.</exception>
    public async Task<string?> ReplaceAsync(LedgerEntry entry, string tag, CancellationToken cancellationToken)
    {
        using var response = await StoreCall.SendAsync(
            "redact",
            token => container.ReplaceItemStreamAsync(
                CosmosDocument.Write(entry, partition), CosmosDocument.Id(entry.Sequence), _key, new ItemRequestOptions { IfMatchEtag = tag }, token),
            patience.Attempt,
            cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => response.Headers.ETag,
            HttpStatusCode.Forbidden => null,
            _ => throw StoreCall.Unavailable($"redact entry {entry.Sequence}", response),
        };
    }

    /// <summary>All entries by sequence.</summary>
    /// <exception cref="LedgerUnavailableException">The store does not answer.</exception>
    public Task<SortedDictionary<long, LedgerEntry>> LoadAsync(CancellationToken cancellationToken) =>
        new CosmosLoad(container, _key, patience.Page).ReadAsync(cancellationToken);
}

/// <summary>An entry as the store has it.</summary>
/// <param name="Entry">The entry; its bodies may be redacted.</param>
/// <param name="Tag">Names this version of the item.</param>
internal sealed record StoredEntry(LedgerEntry Entry, string Tag);
