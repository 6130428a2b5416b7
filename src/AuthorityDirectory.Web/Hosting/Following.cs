using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Takes in what other instances append, once a second, and goes on trying whatever happens.</summary>
public sealed class Following(CurrentSnapshot current, TimeProvider time, ILogger<Following> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private volatile Exception? _fault;

    /// <summary>Why the store is refused, for an operator; null while it is not, also while it is only away.</summary>
    public string? Refusal => (_fault as StorageRefusedException)?.Message;

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
            Report(null);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            Report(error);
        }
    }

    /// <summary>One line when following stops or stops for another reason, and one when it goes on, not one a second.</summary>
    private void Report(Exception? fault)
    {
        var before = Interlocked.Exchange(ref _fault, fault);
        if (before?.GetType() == fault?.GetType())
        {
            return;
        }

        if (fault is null)
        {
            log.FollowsAgain(current.Value.Position);
        }
        else
        {
            log.CannotFollow(Level(fault), fault, current.Value.Position);
        }
    }

    private static LogLevel Level(Exception fault) => fault switch
    {
        LedgerUnavailableException => LogLevel.Warning,
        StorageRefusedException => LogLevel.Critical,
        _ => LogLevel.Error,
    };
}
