using System.Net;
using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Gives an account a whole ledger, entry by entry in sequence and create-only, so that it can be stopped and given again. No instance of the directory runs meanwhile.</summary>
/// <remarks>Until it is complete, an entry may lack a body that no entry there redacts yet: such a store is refused by whoever opens it.</remarks>
public sealed class CosmosRestore : ILedgerRestore
{
    private readonly CosmosContainers _containers;
    private readonly CosmosEntries _entries;
    private readonly CosmosRedaction _redaction;
    private readonly StorePipeline _pipeline;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="containers">The account.</param>
    /// <param name="logger">Hears of what could not be taken away.</param>
    /// <param name="partition">Another ledger in the same container, for tests.</param>
    public CosmosRestore(CosmosContainers containers, ILogger<CosmosRestore> logger, string partition = CosmosLedger.Partition)
    {
        _containers = containers;
        _entries = new(containers.Ledger, partition, containers.Options.Patience);
        _redaction = new(_entries, logger);
        _pipeline = new(containers.Options.Patience);
    }

    /// <inheritdoc/>
    public async Task<long> RunAsync(IReadOnlyList<LedgerEntry> entries, bool mayContinue, IProgress<long> progress, CancellationToken cancellationToken)
    {
        await _containers.CheckAsync(cancellationToken).ConfigureAwait(false);
        var present = await _entries.LoadAsync(cancellationToken).ConfigureAwait(false);
        RestoreRule.Check("The Cosmos store", present.Values.LastOrDefault(), entries, mayContinue);
        var held = present.Count;
        foreach (var entry in entries.Skip(held))
        {
            await TryAsync(token => CreateAsync(entry, token), cancellationToken).ConfigureAwait(false);
            progress.Report(entry.Sequence);
        }

        foreach (var redacting in entries.Where(entry => entry.Redacts.Any(redaction => redaction.Sequence <= held)))
        {
            await TryAsync(token => TakeAwayAsync(redacting, token), cancellationToken).ConfigureAwait(false);
        }

        return entries.Count - held;
    }

    private async ValueTask<bool> CreateAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        using var response = await _entries.CreateAsync(entry, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.Created => true,
            HttpStatusCode.Conflict => await IsThereAsync(entry, cancellationToken).ConfigureAwait(false),
            HttpStatusCode.Forbidden => throw new StorageRefusedException("The Cosmos store does not let this process write: give its identity the role to append."),
            HttpStatusCode.RequestEntityTooLarge => throw new StorageRefusedException($"Entry {entry.Sequence} is too large for the Cosmos store."),
            _ => throw StoreCall.Unavailable($"write entry {entry.Sequence}", response),
        };
    }

    /// <remarks>The client sends a request again when a connection breaks: what is there may be our own.</remarks>
    private async Task<bool> IsThereAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        (await _entries.FindAsync(entry.Sequence, cancellationToken).ConfigureAwait(false))?.Entry.Hash == entry.Hash
            ? true
            : throw new StorageRefusedException($"Somebody else wrote entry {entry.Sequence} of the Cosmos store meanwhile. Stop whoever does, and look at the store before you go on.");

    private async ValueTask<bool> TakeAwayAsync(LedgerEntry redacting, CancellationToken cancellationToken)
    {
        await _redaction.TakeAwayAsync(redacting, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private ValueTask<T> TryAsync<T>(Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken) =>
        _pipeline.ExecuteAsync(attempt, cancellationToken);
}
