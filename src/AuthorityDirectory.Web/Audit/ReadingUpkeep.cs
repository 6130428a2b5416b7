using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Audit;

/// <summary>Writes the counts of who saw what every few minutes and at the end, and looks for what is too old to be kept.</summary>
public sealed class ReadingUpkeep(ReadingJournal journal, IWorkStore store, AuditOptions options, TimeProvider time, ILogger<ReadingUpkeep> log) : BackgroundService
{
    private const int DaysSwept = 31;

    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);

    private DateOnly _sweptOn;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(() => journal.FlushAsync());
    }

    /// <summary>Takes away what is older than is kept. Cosmos DB does so by itself; a folder when somebody looks.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        for (var days = 1; days <= DaysSwept && _sweptOn != today; days++)
        {
            await store.ListAsync(SightingPiece.AreaOf(today.AddDays(-days - (int)options.Keep.TotalDays)), cancellationToken);
        }

        _sweptOn = today;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(journal.FlushAsync);
            await TryAsync(() => SweepAsync(stoppingToken));
        }
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (LedgerUnavailableException error)
        {
            log.CountsWait(error);
        }
    }
}
