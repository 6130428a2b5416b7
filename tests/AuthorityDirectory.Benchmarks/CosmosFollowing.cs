using System.Diagnostics;
using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tool.Synthetic;
using AuthorityDirectory.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Benchmarks;

/// <summary>What an instance asks the store while nothing happens, and how long what another wrote takes to reach it.</summary>
internal static class CosmosFollowing
{
    private const int Appends = 50;
    private const int Seed = 1;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        await using var store = await CosmosStore.StartAsync();
        await store.FillAsync(await SyntheticJournal.EntriesAsync(new(Authorities: SyntheticJournal.Authorities)));
        await using var here = await Instance.StartAsync(store);
        await using var there = await Instance.StartAsync(store);
        var idle = await Measured.RepeatAsync(() => IdleAsync(store));
        var seen = await SeenAsync(here, there);
        var table = new Table("Following a store in Cosmos DB", "Result");
        table.Add("requests a second of an idle instance", idle.ToString("0.00"));
        table.Add("seconds until the instance that wrote shows it", Spread(seen.Select(pair => pair.Here)));
        table.Add("seconds until the other instance shows it", Spread(seen.Select(pair => pair.There)));
        table.Print(string.Create(CultureInfo.InvariantCulture, $"Two instances; {Appends} changes at moments that have nothing to do with the following, shown as the middle one and the slowest. Idle for {Idle.TotalSeconds:0} s."));
    }

    private static async Task<double> IdleAsync(CosmosStore store)
    {
        var (before, begin) = (store.Requests, Stopwatch.GetTimestamp());
        await Task.Delay(Idle);
        return (store.Requests - before) / 2.0 / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static async Task<List<(double Here, double There)>> SeenAsync(Instance here, Instance there)
    {
        var authorities = new SyntheticDirectory(new(Authorities: SyntheticJournal.Authorities)).Authorities;
        var random = new Random(Seed);
        List<(double Here, double There)> seen = [];
        foreach (var authority in authorities.Take(Appends))
        {
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble()));
            seen.Add(await WriteAsync(here, there, authority with { ConfirmedOn = new(2026, 1, 31), ConfirmedByRole = ActorRole.FocalPoint }));
        }

        return seen;
    }

    /// <summary>Measured from the append's answer, so the time that the writing takes is not in it.</summary>
    private static async Task<(double Here, double There)> WriteAsync(Instance here, Instance there, Authority authority)
    {
        var draft = new Draft { Actor = new(ActorRole.FocalPoint, "synthetic"), Source = new(SourceKind.StateForm, "SYNTHETIC/1"), Records = [authority] };
        var position = (await here.Writer.WriteAsync(_ => Decision.Accept(draft))).Position;
        var begin = Stopwatch.GetTimestamp();
        await here.Current.ReachAsync(position, CancellationToken.None);
        var atOnce = Stopwatch.GetElapsedTime(begin);
        await there.Current.ReachAsync(position, CancellationToken.None);
        return (atOnce.TotalSeconds, Stopwatch.GetElapsedTime(begin).TotalSeconds);
    }

    private static string Spread(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0.00}, at most {sorted[^1]:0.00}");
    }
    /// <summary>The real application, as one of several on the store.</summary>
    private sealed class Instance(WebApplication application, DirectoryInfo folder) : IAsyncDisposable
    {
        public CurrentSnapshot Current => application.Services.GetRequiredService<CurrentSnapshot>();

        public LedgerWriter Writer => application.Services.GetRequiredService<LedgerWriter>();

        public static async Task<Instance> StartAsync(CosmosStore store)
        {
            var folder = Directory.CreateTempSubdirectory("benchmark-");
            var application = await DirectoryApplication.CreateAsync(
            [
                "--urls", "http://127.0.0.1:0", "--environment", "Development", "--contentRoot", Repository.Web, "--Logging:LogLevel:Default", "Warning",
                "--Storage:Kind", "Cosmos", "--Storage:Folder", folder.FullName, "--Storage:Cosmos:Endpoint", store.Server.Endpoint, "--Storage:Cosmos:Key", CosmosTestServer.Key,
            ]);
            await application.StartAsync();
            return new(application, folder);
        }

        public async ValueTask DisposeAsync()
        {
            await application.StopAsync();
            await application.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
