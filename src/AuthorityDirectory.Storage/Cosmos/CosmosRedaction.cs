using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Takes salt and body of redacted parts out of the store, once the entry that redacts them is on the ledger.</summary>
internal sealed class CosmosRedaction(CosmosEntries entries, ILogger logger)
{
    /// <summary>Whether this process may replace what an entry redacts: it is put in its own place as it is, before anything is appended.</summary>
    public async Task<bool> IsAllowedAsync(LedgerEntry redacting, CancellationToken cancellationToken)
    {
        foreach (var stored in await FindAsync(redacting, cancellationToken).ConfigureAwait(false))
        {
            if (await entries.ReplaceAsync(stored.Entry, stored.Tag, cancellationToken).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes away what an entry redacts; does nothing where that is done.</summary>
    /// <exception cref="LedgerUnavailableException">Not all of it was taken away, as far as is known.</exception>
    public async Task TakeAwayAsync(LedgerEntry redacting, CancellationToken cancellationToken)
    {
        var redactions = new LedgerRedactions();
        redactions.Add(redacting);
        foreach (var stored in await FindAsync(redacting, cancellationToken).ConfigureAwait(false))
        {
            var without = redactions.Apply(stored.Entry);
            if (!ReferenceEquals(without, stored.Entry) && await entries.ReplaceAsync(without, stored.Tag, cancellationToken).ConfigureAwait(false) is null)
            {
                logger.LogError(
                    "The store still has bodies of entry {Sequence} that entry {Redacting} redacts, and this process may not take them away: open it with the identity that may redact.",
                    without.Sequence,
                    redacting.Sequence);
            }
        }
    }

    private async Task<StoredEntry[]> FindAsync(LedgerEntry redacting, CancellationToken cancellationToken)
    {
        List<StoredEntry> found = [];
        foreach (var sequence in redacting.Redacts.Select(redaction => redaction.Sequence).Distinct())
        {
            found.Add(await entries.FindAsync(sequence, cancellationToken).ConfigureAwait(false)
                ?? throw new LedgerUnavailableException($"Entry {sequence}, which entry {redacting.Sequence} redacts, is not in the store now."));
        }

        return [.. found];
    }
}
