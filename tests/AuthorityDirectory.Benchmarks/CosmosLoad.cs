using System.Diagnostics;
using System.Globalization;
using System.Net;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage.Cosmos;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Benchmarks;

/// <summary>How long a long ledger takes through the client of Cosmos DB, and how much of that is the client and the tests' server, which share the processors.</summary>
internal static class CosmosLoad
{
    private const int Entries = 100_000;

    public static async Task RunAsync()
    {
        await using var store = await CosmosStore.StartAsync();
        var (total, written) = await FillAsync(store);
        List<double> pages = [], loads = [], projected = [];
        for (var time = 0; time < Measured.Times; time++)
        {
            pages.Add(await DrainAsync(store));
            var (load, projection) = await LoadAsync(store, total);
            loads.Add(load);
            projected.Add(projection);
        }

        var table = new Table("Load through the client of Cosmos DB", "Seconds");
        table.Add("the pages of the change feed thrown away unread: what client, socket and the tests' server take", new Measured(pages).ToString("0.00"));
        table.Add("the ledger: read and verified", new Measured(loads).ToString("0.00"));
        table.Add("the projection for all audiences", new Measured(projected).ToString("0.00"));
        table.Print(string.Create(CultureInfo.InvariantCulture, $"{total:N0} entries from the tests' server in the same process, which took them in {written:0} s, one after the other."));
    }

    private static async Task<(long Entries, double Seconds)> FillAsync(CosmosStore store)
    {
        var entries = await SyntheticJournal.EntriesAsync(new(Authorities: SyntheticJournal.Authorities, Changes: Entries));
        var begin = Stopwatch.GetTimestamp();
        await store.FillAsync(entries);
        return (entries.Count, Seconds(begin));
    }

    private static async Task<double> DrainAsync(CosmosStore store)
    {
        using var client = new CosmosClient(store.Options.Endpoint.AbsoluteUri, CosmosTestServer.Key, new() { ConnectionMode = ConnectionMode.Gateway });
        var begin = Stopwatch.GetTimestamp();
        using var feed = client.GetContainer(store.Options.Database, CosmosContainers.LedgerName).GetChangeFeedStreamIterator(
            ChangeFeedStartFrom.Beginning(FeedRange.FromPartitionKey(new(CosmosLedger.Partition))), ChangeFeedMode.LatestVersion, new() { PageSizeHint = 1000 });
        var status = HttpStatusCode.OK;
        while (status == HttpStatusCode.OK)
        {
            using var page = await feed.ReadNextAsync();
            status = page.StatusCode;
        }

        return status == HttpStatusCode.NotModified ? Seconds(begin) : throw new InvalidOperationException($"The feed ended with {status}.");
    }

    private static async Task<(double Load, double Projection)> LoadAsync(CosmosStore store, long entries)
    {
        using var containers = new CosmosContainers(store.Options);
        var begin = Stopwatch.GetTimestamp();
        var page = await new CosmosLedger(containers, NullLogger<CosmosLedger>.Instance).ReadAsync(0, CancellationToken.None);
        var load = Seconds(begin);
        var projection = Projection.Empty.Apply(page.Entries);
        return projection.Position == entries ? (load, Seconds(begin) - load) : throw new InvalidOperationException($"{projection.Position} entries of {entries} were read.");
    }

    private static double Seconds(long from) => Stopwatch.GetElapsedTime(from).TotalSeconds;
}
