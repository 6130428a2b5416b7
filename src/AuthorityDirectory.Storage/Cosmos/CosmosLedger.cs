using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>The ledger in Azure Cosmos DB: one item an entry, all in one partition, created and never changed but for redaction. Any number of processes share it.</summary>
public sealed class CosmosLedger : ILedger
{
    /// <summary>The value of the partition key of the directory's entries.</summary>
    public const string Partition = "directory";

    private readonly CosmosContainers _containers;
    private readonly CosmosAppending _appending;
    private readonly CosmosReading _reading;
    private readonly StorePipeline _pipeline;
    private readonly ILogger _logger;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="containers">The account.</param>
    /// <param name="logger">Hears of what could not be taken away, and of a store that is refused while the directory runs.</param>
    /// <param name="partition">Another ledger in the same container, for tests.</param>
    public CosmosLedger(CosmosContainers containers, ILogger<CosmosLedger> logger, string partition = Partition)
    {
        var patience = containers.Options.Patience;
        var entries = new CosmosEntries(containers.Ledger, partition, patience);
        var memory = new CosmosMemory();
        var redaction = new CosmosRedaction(entries, logger);
        _containers = containers;
        _appending = new CosmosAppending(entries, memory, redaction);
        _reading = new CosmosReading(entries, memory, redaction, logger);
        _pipeline = new StorePipeline(patience);
        _logger = logger;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The entry does not verify against the one before it: its writer is at fault.</exception>
    public async ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (LedgerEntryJson.Write(entry).Length > LedgerLimits.EntryBytes)
        {
            return AppendResult.TooLarge;
        }

        return await TryAppendAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="StorageRefusedException">The ledger is damaged, or the account cannot be used.</exception>
    public async ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _containers.CheckAsync(cancellationToken).ConfigureAwait(false);
        return await _reading.ReadAsync(after, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<AppendResult> AttemptAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        await _containers.CheckAsync(cancellationToken).ConfigureAwait(false);
        return await _appending.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AppendResult> TryAppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(token => AttemptAsync(entry, token), cancellationToken).ConfigureAwait(false);
        }
        catch (StorageRefusedException error)
        {
            _logger.LogCritical(error, "The store was opened while the directory runs, and is refused: the directory takes no changes.");
            return AppendResult.ReadOnly;
        }
    }
}
