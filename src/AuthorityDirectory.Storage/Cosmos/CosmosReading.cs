using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Reads the ledger: from its beginning by the change feed, from any other position by asking for the next id.</summary>
/// <remarks>An idle follower costs one read: the next id, which is not there. There is no continuation to keep.</remarks>
internal sealed class CosmosReading(CosmosEntries entries, CosmosMemory memory, CosmosRedaction redaction, ILogger logger)
{
    private const int PageEntries = 1000;
    private const int MaxAtATime = 32;

    public Task<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken) =>
        after == 0 ? LoadAsync(cancellationToken) : FollowAsync(after, cancellationToken);

    private async Task<LedgerPage> LoadAsync(CancellationToken cancellationToken)
    {
        var stored = await entries.LoadAsync(cancellationToken).ConfigureAwait(false);
        var shown = memory.TakeAll(stored.Values);
        var stale = shown.Where(entry => !ReferenceEquals(entry, stored[entry.Sequence])).Select(entry => entry.Sequence).ToHashSet();
        foreach (var redacting in shown.Where(entry => entry.Redacts.Any(part => stale.Contains(part.Sequence))))
        {
            await FinishAsync(redacting, cancellationToken).ConfigureAwait(false);
        }

        return new LedgerPage(shown, CaughtUp: true);
    }

    /// <summary>Takes away what a process that stopped too early left.</summary>
    private async Task FinishAsync(LedgerEntry redacting, CancellationToken cancellationToken)
    {
        try
        {
            await redaction.TakeAwayAsync(redacting, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerUnavailableException error)
        {
            logger.LogError(error, "The store still has bodies that entry {Sequence} redacts; taking them away is tried again at the next start.", redacting.Sequence);
        }
    }

    /// <remarks>What came before the store failed is kept: whoever is far behind would else begin again and again.</remarks>
    private async Task<LedgerPage> FollowAsync(long after, CancellationToken cancellationToken)
    {
        List<LedgerEntry> found = [];
        var caughtUp = false;
        try
        {
            for (var count = 1; !caughtUp && found.Count < PageEntries; count = Math.Min(count * 2, MaxAtATime))
            {
                caughtUp = await FollowAsync(after, count, found, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (LedgerUnavailableException) when (found.Count > 0)
        {
        }

        return new LedgerPage(memory.TakeNext(found), caughtUp);
    }

    /// <returns>Whether the end was found.</returns>
    private async Task<bool> FollowAsync(long after, int count, List<LedgerEntry> found, CancellationToken cancellationToken)
    {
        var next = after + found.Count + 1;
        var asked = await Task.WhenAll(Enumerable.Range(0, count).Select(i => entries.FindAsync(next + i, cancellationToken))).ConfigureAwait(false);
        found.AddRange(asked.TakeWhile(stored => stored is not null).Select(stored => stored!.Entry));
        return asked.Any(stored => stored is null);
    }
}
