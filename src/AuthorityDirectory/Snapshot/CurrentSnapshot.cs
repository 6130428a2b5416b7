using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Snapshot;

/// <summary>Holds the snapshot that answers are given from, and swaps it whole for a newer one.</summary>
/// <remarks>Reading takes no lock and never waits. The host calls <see cref="RefreshAsync"/> to follow the ledger and <see cref="AdvanceAsync"/> at 00:00 UTC.</remarks>
/// <param name="ledger">What to follow.</param>
/// <param name="time">Says what today is, in UTC.</param>
public sealed class CurrentSnapshot(ILedger ledger, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile DirectorySnapshot _value = new(Projection.Empty, Today(time));
    private volatile TaskCompletionSource _swapped = Swap();
    private long _caughtUpAt;

    /// <summary>The newest snapshot; that of the empty ledger until the first <see cref="RefreshAsync"/>.</summary>
    public DirectorySnapshot Value => _value;

    /// <summary>The latest time, in UTC, at which this snapshot is known to have held the whole ledger; null until the first <see cref="RefreshAsync"/> succeeds.</summary>
    /// <remarks>It is when the ledger was asked, not when it answered: what others appended in between may be missing.</remarks>
    public DateTimeOffset? CaughtUpAt => Interlocked.Read(ref _caughtUpAt) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Reads what is new on the ledger and takes the snapshot to its end and to today.</summary>
    /// <returns>A snapshot that holds every entry which was on the ledger when this was called.</returns>
    /// <exception cref="LedgerUnavailableException">The store does not answer; the snapshot holds what was read until then.</exception>
    /// <exception cref="UnreadableEntryException">An entry cannot be applied; the snapshot stays as it was.</exception>
    public Task<DirectorySnapshot> RefreshAsync(CancellationToken cancellationToken = default) =>
        OneAtATimeAsync(projection => ReadOnAsync(projection, cancellationToken), cancellationToken);

    /// <summary>Takes the snapshot to today without asking the ledger; does nothing when it is there.</summary>
    public Task<DirectorySnapshot> AdvanceAsync(CancellationToken cancellationToken = default) =>
        OneAtATimeAsync(Task.FromResult, cancellationToken);

    /// <summary>Waits until an entry of the ledger is in the snapshot. It asks the ledger for nothing: whoever follows it wakes those who wait.</summary>
    /// <param name="position">The entry's sequence.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>A snapshot that goes at least as far.</returns>
    public async Task<DirectorySnapshot> ReachAsync(long position, CancellationToken cancellationToken)
    {
        while (true)
        {
            var swapped = _swapped.Task;
            if (_value is var snapshot && snapshot.Position >= position)
            {
                return snapshot;
            }

            await swapped.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for another snapshot than one that was seen: something was appended, or a day began.</summary>
    /// <param name="seen">What was seen.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<DirectorySnapshot> AfterAsync(DirectorySnapshot seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            var swapped = _swapped.Task;
            if (_value is var snapshot && snapshot != seen)
            {
                return snapshot;
            }

            await swapped.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes in an entry that was just appended after the end of this snapshot or an earlier one.</summary>
    internal Task<DirectorySnapshot> IncludeAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        OneAtATimeAsync(projection => Task.FromResult(projection.Position < entry.Sequence ? projection.Apply([entry]) : projection), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<DirectorySnapshot> OneAtATimeAsync(Func<Projection, Task<Projection>> next, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Publish(await next(_value.Projection).ConfigureAwait(false));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<Projection> ReadOnAsync(Projection projection, CancellationToken cancellationToken)
    {
        DateTimeOffset askedAt = default;
        try
        {
            for (var caughtUp = false; !caughtUp;)
            {
                askedAt = time.GetUtcNow();
                var page = await ledger.ReadAsync(projection.Position, cancellationToken).ConfigureAwait(false);
                (projection, caughtUp) = (projection.Apply(page.Entries), page.CaughtUp);
            }
        }
        catch (LedgerUnavailableException)
        {
            Publish(projection);
            throw;
        }

        Interlocked.Exchange(ref _caughtUpAt, askedAt.UtcTicks);
        return projection;
    }

    private DirectorySnapshot Publish(Projection projection)
    {
        var (before, today) = (_value, Today(time));
        if (projection == before.Projection && today == before.Date)
        {
            return before;
        }

        var snapshot = _value = new(projection, today, before);
        Interlocked.Exchange(ref _swapped, Swap()).SetResult();
        return snapshot;
    }

    private static TaskCompletionSource Swap() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
