using System.Diagnostics;
using System.Globalization;
using System.Net;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Mirror;
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
        List<(double, double)> pages = [], loads = [], starts = [];
        for (var time = 0; time < Measured.Times; time++)
        {
            pages.Add(await DrainAsync(store));
            loads.Add(await LoadAsync(store, total));
            starts.Add(await StartAsync(store, total));
        }

        var table = new Table("Load through the client of Cosmos DB", "Seconds", "Seconds of processor");
        table.Add(["the pages of the change feed thrown away unread: what client, socket and the tests' server take", .. Cells(pages)]);
        table.Add(["the ledger: read and verified", .. Cells(loads)]);
        table.Add(["an instance without a copy: read, verified, copied to the disk, projected, the public view prepared", .. Cells(starts)]);
        table.Print(string.Create(CultureInfo.InvariantCulture, $"{total:N0} entries from the tests' server in the same process, which took them in {written:0} s, one after the other."));
    }

    private static string[] Cells(List<(double Seconds, double Processor)> times) =>
        [new Measured(times.Select(time => time.Seconds)).ToString("0.00"), new Measured(times.Select(time => time.Processor)).ToString("0.0")];

    private static async Task<(long Entries, double Seconds)> FillAsync(CosmosStore store)
    {
        var entries = await SyntheticJournal.EntriesAsync(new(Authorities: SyntheticJournal.Authorities, Changes: Entries));
        var begin = Stopwatch.GetTimestamp();
        await store.FillAsync(entries);
        return (entries.Count, Stopwatch.GetElapsedTime(begin).TotalSeconds);
    }

    private static async Task<(double, double)> DrainAsync(CosmosStore store)
    {
        using var client = new CosmosClient(store.Options.Endpoint.AbsoluteUri, CosmosTestServer.Key, new() { ConnectionMode = ConnectionMode.Gateway });
        var begin = Now();
        using var feed = client.GetContainer(store.Options.Database, CosmosContainers.LedgerName).GetChangeFeedStreamIterator(
            ChangeFeedStartFrom.Beginning(FeedRange.FromPartitionKey(new(CosmosLedger.Partition))), ChangeFeedMode.LatestVersion, new() { PageSizeHint = 1000 });
        var status = HttpStatusCode.OK;
        while (status == HttpStatusCode.OK)
        {
            using var page = await feed.ReadNextAsync();
            status = page.StatusCode;
        }

        return status == HttpStatusCode.NotModified ? Since(begin) : throw new InvalidOperationException($"The feed ended with {status}.");
    }

    private static async Task<(double, double)> LoadAsync(CosmosStore store, long entries)
    {
        using var containers = new CosmosContainers(store.Options);
        var begin = Now();
        var page = await Open(containers).ReadAsync(0, CancellationToken.None);
        var elapsed = Since(begin);
        Require(page.CaughtUp && page.Entries.Count == entries);
        return elapsed;
    }

    private static async Task<(double, double)> StartAsync(CosmosStore store, long entries)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-");
        try
        {
            using var containers = new CosmosContainers(store.Options);
            var begin = Now();
            using var ledger = new MirroredLedger(Open(containers), MirrorJournal.Open(folder.FullName, TimeProvider.System, NullLogger.Instance), NullLogger<MirroredLedger>.Instance);
            using var prepared = await Prepared.CreateAsync(ledger);
            var elapsed = Since(begin);
            Require(prepared.Snapshot.View.Position == entries);
            return elapsed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CosmosLedger Open(CosmosContainers containers) => new(containers, NullLogger<CosmosLedger>.Instance);

    private static void Require(bool isWhole)
    {
        if (!isWhole)
        {
            throw new InvalidOperationException("Not all entries were read.");
        }
    }

    private static (long Time, TimeSpan Processor) Now() => (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    private static (double, double) Since((long Time, TimeSpan Processor) begin) =>
        (Stopwatch.GetElapsedTime(begin.Time).TotalSeconds, (Environment.CpuUsage.TotalTime - begin.Processor).TotalSeconds);
}
