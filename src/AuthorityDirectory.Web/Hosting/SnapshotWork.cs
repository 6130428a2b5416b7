using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Work that a snapshot shows to be due: looked for at the start, after every act and when a day begins (UTC). It goes on trying whatever happens.</summary>
/// <remarks>Every instance looks; the work itself sees to it that one of them does it.</remarks>
public abstract class SnapshotWork(CurrentSnapshot current, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Type? _fault;

    /// <summary>Does what is due.</summary>
    protected abstract Task DoAsync(DirectorySnapshot snapshot, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
        {
            var snapshot = current.Value;
            if (await TryAsync(snapshot, stoppingToken) is { } wait)
            {
                await Task.Delay(wait, time, stoppingToken);
            }
            else
            {
                await current.AfterAsync(snapshot, stoppingToken);
            }
        }
    }

    /// <summary>Tries; how long to wait before the next attempt, null when all is done.</summary>
    private async Task<TimeSpan?> TryAsync(DirectorySnapshot snapshot, CancellationToken stoppingToken)
    {
        try
        {
            await DoAsync(snapshot, stoppingToken);
            Report(null);
            return null;
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            Report(error);
            return (error as LedgerUnavailableException)?.RetryAfter ?? Patience;
        }
    }

    /// <summary>One line when it stops or stops for another reason, and one when it goes on.</summary>
    private void Report(Exception? fault)
    {
        var before = _fault;
        _fault = fault?.GetType();
        if (fault is not null && before != _fault)
        {
            log.WorkStops(fault, GetType().Name);
        }
        else if (fault is null && before is not null)
        {
            log.WorkGoesOn(GetType().Name);
        }
    }
}
