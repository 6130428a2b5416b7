using System.Text.Json;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Audit;

/// <summary>Reads who saw what from the work store.</summary>
public sealed class ReadingLog(IWorkStore store, ILogger<ReadingLog> log)
{
    /// <summary>What was seen on some days, a line for each account, thing and day; in no order.</summary>
    /// <param name="from">The first day, UTC.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="AuthorityDirectory.Ledger.LedgerUnavailableException">The store does not answer now.</exception>
    public async Task<IReadOnlyList<Sightings>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        List<Sightings> all = [];
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var items = await store.ListAsync(SightingPiece.AreaOf(day), cancellationToken);
            all.AddRange(items.SelectMany(Read).GroupBy(line => line.Sighting).Select(same => same.Aggregate((one, other) => one.With(other))));
        }

        return all;
    }

    /// <summary>What cannot be read is told to the operator, and keeps nobody from what can.</summary>
    private IReadOnlyList<Sightings> Read(WorkItem item)
    {
        try
        {
            return Sightings.Read(item.Content);
        }
        catch (JsonException error)
        {
            log.SightingsUnreadable(error, item.Key);
            return [];
        }
    }
}
