using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Takes in what other instances append, once a second, and goes on trying whatever happens.</summary>
public sealed class Following(CurrentSnapshot current, TimeProvider time, ILogger<Following> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private bool _isBehind;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            await FollowAsync(stoppingToken);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        try
        {
            await current.RefreshAsync(stoppingToken);
            ReportCaughtUp();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            ReportBehind(error);
        }
    }

    /// <summary>One line when following stops and one when it goes on, not one a second.</summary>
    private void ReportBehind(Exception error)
    {
        if (!_isBehind)
        {
            log.CannotFollow(error is LedgerUnavailableException ? LogLevel.Warning : LogLevel.Error, error, current.Value.Position);
        }

        _isBehind = true;
    }

    private void ReportCaughtUp()
    {
        if (_isBehind)
        {
            log.FollowsAgain(current.Value.Position);
        }

        _isBehind = false;
    }
}
