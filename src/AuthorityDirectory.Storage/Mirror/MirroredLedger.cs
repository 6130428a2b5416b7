using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Mirror;

/// <summary>A ledger kept elsewhere, read through a copy on this machine: when the store is away, all that was ever read is still there.</summary>
/// <param name="store">Where the ledger is kept.</param>
/// <param name="mirror">The copy.</param>
/// <param name="logger">Hears when the directory starts from the copy.</param>
public sealed class MirroredLedger(ILedger store, MirrorJournal mirror, ILogger<MirroredLedger> logger) : ILedger, IDisposable
{
    private static readonly TimeSpan FirstContact = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private bool _isConfirmed = mirror.Last is null;
    private bool _isShown;

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken) => store.AppendAsync(entry, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>What the copy has is given at once; only its end asks the store whether there is more.</remarks>
    /// <exception cref="StorageRefusedException">The store holds another ledger than the one shown so far: restart the directory.</exception>
    public async ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isConfirmed && !_isShown)
            {
                await TryConfirmAsync(cancellationToken).ConfigureAwait(false);
            }

            return after < mirror.Last?.Sequence ? Show(after, isEnd: false) : await ReadOnAsync(after, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _oneAtATime.Dispose();
        mirror.Dispose();
    }

    private async Task<LedgerPage> ReadOnAsync(long after, CancellationToken cancellationToken)
    {
        await ConfirmAsync(cancellationToken).ConfigureAwait(false);
        var page = await store.ReadAsync(mirror.Last?.Sequence ?? 0, cancellationToken).ConfigureAwait(false);
        if (page.Entries.Count > 0 && mirror.Last is { } last && page.Entries[0].PreviousHash != last.Hash)
        {
            throw Another();
        }

        mirror.Add(page.Entries);
        return Show(after, page.CaughtUp);
    }

    private LedgerPage Show(long after, bool isEnd)
    {
        var page = mirror.Memory.Read(after);
        _isShown |= page.Entries.Count > 0;
        return page with { CaughtUp = page.CaughtUp && isEnd };
    }

    /// <summary>Asks the store before anything is shown, but does not wait for it: that is what the copy is for.</summary>
    private async Task TryConfirmAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FirstContact);
        try
        {
            await ConfirmAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is LedgerUnavailableException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "The store does not answer: the directory starts from its copy of the ledger, which ends at entry {Sequence}.", mirror.Last?.Sequence);
        }
    }

    /// <summary>Whether the copy's last entry is the store's, once for the life of the process.</summary>
    private async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        if (_isConfirmed)
        {
            return;
        }

        var last = mirror.Last!;
        var page = await store.ReadAsync(last.Sequence - 1, cancellationToken).ConfigureAwait(false);
        if (page.Entries is [var first, ..] && first.Hash == last.Hash)
        {
            mirror.Add([.. page.Entries.Skip(1)]);
        }
        else if (_isShown)
        {
            throw Another();
        }
        else
        {
            mirror.SetAside();
        }

        _isConfirmed = true;
    }

    /// <remarks>Thrown at every reading until the restart: whoever follows the ledger says it once.</remarks>
    private StorageRefusedException Another() => new(
        $"The store does not hold entry {mirror.Last?.Sequence} as this process has shown it: entries were lost in a failover, or another account was put in its place. "
        + "Restart the directory: it then sets its copy aside and reads the ledger anew.");
}
