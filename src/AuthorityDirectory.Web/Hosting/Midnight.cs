using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Makes a new snapshot when a UTC day begins, because freshness and designations follow the date.</summary>
public sealed class Midnight(CurrentSnapshot current, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow().UtcDateTime;
            await Task.Delay(now.Date.AddDays(1) - now, time, stoppingToken);
            await current.AdvanceAsync(stoppingToken);
        }
    }
}
