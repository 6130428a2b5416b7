using System.Security.Cryptography;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Ledger;

/// <summary>The only way to write: take the snapshot, decide, append after it; when somebody else was first, take the newer snapshot and decide again.</summary>
/// <param name="ledger">Where to append.</param>
/// <param name="current">What decisions are made on; afterwards it holds what was written.</param>
/// <param name="time">The clock for <see cref="LedgerEntry.RecordedAt"/>.</param>
/// <param name="random">Where salts and append ids come from.</param>
public sealed class LedgerWriter(ILedger ledger, CurrentSnapshot current, TimeProvider time, RandomNumberGenerator random) : IDisposable
{
    private const int Attempts = 20;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly EntrySealer _sealer = new(time, random);

    /// <summary>Writes one act.</summary>
    /// <param name="decide">A pure function of the snapshot; it is asked again when the snapshot has become older than the ledger.</param>
    /// <param name="appendId">The id under which the same act is known when it is sent again; null when it never will be.</param>
    /// <param name="cancellationToken">Stops the attempt; the act may then be on the ledger or not.</param>
    /// <exception cref="LedgerUnavailableException">Whether it was written is not known: send it again with the same append id.</exception>
    public Task<WriteOutcome> WriteAsync(Func<DirectorySnapshot, Decision> decide, string? appendId = null, CancellationToken cancellationToken = default) =>
        WriteAsync(decide, appendId ?? _sealer.NewId(), null, cancellationToken);

    /// <summary>Writes an act of any size as a batch of entries that take effect together.</summary>
    /// <param name="key">Says which import it is, for instance <c>seed:</c> and the hash of the file. The same key with the same draft goes on where an earlier attempt, here or elsewhere, stopped; what is complete is not written again.</param>
    /// <param name="draft">The act; it always divides into the same entries.</param>
    /// <param name="cancellationToken">Stops between or within entries; the batch takes effect when it is sent again.</param>
    /// <exception cref="LedgerUnavailableException">How much was written is not known: send it again with the same key.</exception>
    public async Task<WriteOutcome> WriteBatchAsync(string key, Draft draft, CancellationToken cancellationToken = default)
    {
        if (DraftCheck.Repetition(draft) is { } repeated)
        {
            return new(WriteResult.Refused, current.Value.Position, repeated);
        }

        var parts = BatchDivision.Divide(draft);
        var outcome = new WriteOutcome(WriteResult.WrittenBefore, current.Value.Position);
        for (var i = 0; i < parts.Count && outcome.IsWritten; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = await WriteAsync(_ => Decision.Accept(parts[i]), $"{key}:{i + 1}", new(key, i + 1, parts.Count), cancellationToken).ConfigureAwait(false);
            outcome = part.Result == WriteResult.WrittenBefore && i > 0 ? outcome with { Position = part.Position } : part;
        }

        return outcome.IsWritten && !current.Value.Projection.IsInForce(key)
            ? new(WriteResult.Refused, outcome.Position, $"The import '{key}' has no effect, because its records were changed while it was not finished: import again under another name.")
            : outcome;
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<WriteOutcome> WriteAsync(
        Func<DirectorySnapshot, Decision> decide, string appendId, BatchPart? place, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            WriteOutcome? outcome = null;
            for (var attempt = 0; outcome is null && attempt < Attempts; attempt++)
            {
                outcome = await AttemptAsync(decide, appendId, place, cancellationToken).ConfigureAwait(false);
            }

            return outcome ?? new(WriteResult.Contended, current.Value.Position, "Others are writing all the time: send the same change again.");
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Decides and appends once; null when somebody else was first and the snapshot now has what they wrote.</summary>
    private async Task<WriteOutcome?> AttemptAsync(
        Func<DirectorySnapshot, Decision> decide, string appendId, BatchPart? place, CancellationToken cancellationToken)
    {
        var snapshot = current.Value;
        if (snapshot.Projection.Find(appendId, place) is { } sequence)
        {
            return new(WriteResult.WrittenBefore, sequence);
        }

        var decision = decide(snapshot);
        var refusal = decision.Refusal ?? (DraftCheck.Fault(decision.Draft!, place, snapshot.Projection, time.GetUtcNow()) is { } fault ? new Refusal(RefusalReason.Invalid, fault) : null);
        return refusal is not null
            ? new(WriteResult.Refused, snapshot.Position, refusal.Message) { Refusal = refusal }
            : await AppendAsync(_sealer.Seal(decision.Draft!, appendId, place, snapshot.Projection), cancellationToken).ConfigureAwait(false);
    }

    private async Task<WriteOutcome?> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        switch (await ledger.AppendAsync(entry, cancellationToken).ConfigureAwait(false))
        {
            case AppendResult.Appended:
                await current.IncludeAsync(entry, CancellationToken.None).ConfigureAwait(false);
                return new(WriteResult.Written, entry.Sequence);
            case AppendResult.AlreadyAppended:
                var snapshot = await current.RefreshAsync(cancellationToken).ConfigureAwait(false);
                return new(WriteResult.WrittenBefore, snapshot.Projection.Find(entry.AppendId, entry.Batch) ?? snapshot.Position);
            case AppendResult.TooLarge:
                return new(WriteResult.Refused, entry.Sequence - 1, "The change is too large for one entry: import it as a batch, or make its texts shorter.");
            case AppendResult.ReadOnly:
                return new(WriteResult.ReadOnly, entry.Sequence - 1, "The directory takes no changes now; nothing was changed. Send the same change again later.");
            default:
                await current.RefreshAsync(cancellationToken).ConfigureAwait(false);
                return null;
        }
    }
}
