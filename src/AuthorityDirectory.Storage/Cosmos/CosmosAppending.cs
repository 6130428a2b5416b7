using System.Net;
using AuthorityDirectory.Ledger;
using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>One attempt to append.</summary>
/// <remarks>
/// The client sends a request again when a connection breaks, so "the id is taken" (409) may be the answer to our own entry: what is there is read back and compared.
/// The service would take any id: that the position before is taken, and by the entry this one was decided on, is looked up each time.
/// </remarks>
internal sealed class CosmosAppending(CosmosEntries entries, CosmosMemory memory, CosmosRedaction redaction)
{
    public async Task<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (memory.Holds(entry.AppendId))
        {
            return await AlreadyAppendedAsync(entry, cancellationToken).ConfigureAwait(false);
        }

        var previous = entry.Sequence <= 1 ? null : await entries.FindAsync(entry.Sequence - 1, cancellationToken).ConfigureAwait(false);
        return previous is null && entry.Sequence > 1 ? RefuseGap(entry)
            : previous?.Entry.AppendId == entry.AppendId ? await AlreadyAppendedAsync(entry, cancellationToken).ConfigureAwait(false)
            : await AppendAsync(entry, previous?.Entry, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AppendResult> AppendAsync(LedgerEntry entry, LedgerEntry? previous, CancellationToken cancellationToken)
    {
        if (await FaultAsync(entry, previous, cancellationToken).ConfigureAwait(false) is { } fault)
        {
            return await entries.FindAsync(entry.Sequence, cancellationToken).ConfigureAwait(false) is null
                ? throw new ArgumentException(fault.ToString(), nameof(entry))
                : AppendResult.Conflict;
        }

        if (entry.Redacts.Count > 0 && !await redaction.IsAllowedAsync(entry, cancellationToken).ConfigureAwait(false))
        {
            return AppendResult.ReadOnly;
        }

        using var response = await entries.CreateAsync(entry, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.Created => await AppendedAsync(entry, cancellationToken).ConfigureAwait(false),
            HttpStatusCode.Conflict => await WhoseAsync(entry, cancellationToken).ConfigureAwait(false),
            HttpStatusCode.RequestEntityTooLarge => AppendResult.TooLarge,
            HttpStatusCode.Forbidden => AppendResult.ReadOnly,
            HttpStatusCode.BadRequest => throw new InvalidOperationException(StoreCall.Unavailable($"append entry {entry.Sequence}", response).Message),
            _ => throw StoreCall.Unavailable($"append entry {entry.Sequence}", response),
        };
    }

    private async Task<LedgerFault?> FaultAsync(LedgerEntry entry, LedgerEntry? previous, CancellationToken cancellationToken)
    {
        var redacted = new Dictionary<long, LedgerEntry>();
        foreach (var sequence in entry.Redacts.Select(part => part.Sequence).Where(sequence => sequence >= 1 && sequence < entry.Sequence).Distinct())
        {
            redacted[sequence] = (await entries.FindAsync(sequence, cancellationToken).ConfigureAwait(false))?.Entry
                ?? throw new LedgerUnavailableException($"Entry {sequence}, which entry {entry.Sequence} redacts, is not in the store now.");
        }

        return NewEntry.Fault(entry, previous, sequence => redacted[sequence]);
    }

    private async Task<AppendResult> AppendedAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        memory.TakeNext([entry]);
        await redaction.TakeAwayAsync(entry, cancellationToken).ConfigureAwait(false);
        return AppendResult.Appended;
    }

    /// <remarks>An earlier attempt may have stopped between appending and taking away.</remarks>
    private async Task<AppendResult> AlreadyAppendedAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        await redaction.TakeAwayAsync(entry, cancellationToken).ConfigureAwait(false);
        return AppendResult.AlreadyAppended;
    }

    private async Task<AppendResult> WhoseAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var there = await entries.FindAsync(entry.Sequence, cancellationToken).ConfigureAwait(false)
            ?? throw new LedgerUnavailableException($"Entry {entry.Sequence} is taken, but not yet to be read.");
        return there.Entry.AppendId == entry.AppendId
            ? await AlreadyAppendedAsync(entry, cancellationToken).ConfigureAwait(false)
            : AppendResult.Conflict;
    }

    private AppendResult RefuseGap(LedgerEntry entry) =>
        memory.HasSeen(entry.Sequence - 1)
            ? throw new LedgerUnavailableException($"Entry {entry.Sequence - 1} was read before and is not in the store now: it lags, or has lost entries in a failover.")
            : AppendResult.Conflict;
}
