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
            Report(_isBehind, LogLevel.Information, null);
            _isBehind = false;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            Report(!_isBehind, error is LedgerUnavailableException ? LogLevel.Warning : LogLevel.Error, error);
            _isBehind = true;
        }
    }

    /// <summary>One line when following stops and one when it goes on, not one a second.</summary>
    private void Report(bool isNews, LogLevel level, Exception? error)
    {
        if (isNews)
        {
            log.Log(level, error, "The directory {Verb} the ledger; it answers from position {Position}.", error is null ? "follows again" : "cannot follow", current.Value.Position);
        }
    }
}
