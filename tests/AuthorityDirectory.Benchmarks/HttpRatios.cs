using System.Globalization;
using AuthorityDirectory.Load;
using AuthorityDirectory.Tool.Synthetic;

namespace AuthorityDirectory.Benchmarks;

/// <summary>Requests a second as ratios to static bytes of the same length, from the same process, by the same client, in turn.</summary>
internal static class HttpRatios
{
    private const int Connections = 16;
    private const int Slices = 8;

    public static async Task RunAsync(TimeSpan duration)
    {
        var size = new SyntheticSize(Authorities: SyntheticJournal.Authorities);
        using var journal = await SyntheticJournal.CreateAsync(size);
        await using var host = await BenchmarkHost.StartAsync(journal.Folder);
        var directory = new SyntheticDirectory(size);
        var table = new Table("Query", "Bytes", "Requests a second", "Ratio to static", "Ratio to bare");
        var cases = Cases(directory);
        foreach (var (_, queries) in cases.Concat(cases))
        {
            await WarmUpAsync(host, queries, duration);
        }

        foreach (var (name, queries) in cases)
        {
            table.Add([name, .. await CompareAsync(host, queries, duration)]);
        }

        table.Print($"Over {size.Authorities} authorities, {Connections} connections on the loopback, client and server in one process.");
    }

    private static (string Name, IReadOnlyList<string> Queries)[] Cases(SyntheticDirectory directory) =>
    [
        ("`$top=20`", Queries.First),
        ("by key", Queries.Keys(directory.Authorities)),
        ("filter, varied", Queries.Filters),
        ("the same filter again", Queries.OneFilter),
        ("`$search`, varied", Queries.Searches(directory)),
    ];

    /// <summary>Long enough for the runtime to have compiled everything for good.</summary>
    private static async Task WarmUpAsync(BenchmarkHost host, IReadOnlyList<string> queries, TimeSpan duration) =>
        await new Load.Load(host.EndPoint, [.. queries.Select(query => HttpGet.Bytes(host.Query(query)))], Connections).RunAsync(long.MaxValue, duration);

    private static async Task<string[]> CompareAsync(BenchmarkHost host, IReadOnlyList<string> queries, TimeSpan duration)
    {
        var ours = new Load.Load(host.EndPoint, [.. queries.Select(query => HttpGet.Bytes(host.Query(query)))], Connections);
        var (same, bare) = (Static(host, host.BehindAll), Static(host, host.BeforeAll));
        host.Body.Bytes = await TypicalAsync(host, queries);
        await Task.WhenAll(ours.RunAsync(long.MaxValue, duration), same.RunAsync(long.MaxValue, duration), bare.RunAsync(long.MaxValue, duration));
        List<(double Ours, double Same, double Bare)> runs = [];
        for (var time = 0; time < Measured.Times; time++)
        {
            runs.Add(await CompareAsync(ours, same, bare, duration));
        }

        return
        [
            host.Body.Bytes.Length.ToString("N0", CultureInfo.InvariantCulture),
            new Measured(runs.Select(run => run.Ours)).ToString("N0"),
            new Measured(runs.Select(run => run.Ours / run.Same)).ToString("0.00"),
            new Measured(runs.Select(run => run.Ours / run.Bare)).ToString("0.00"),
        ];
    }

    /// <summary>Requests a second of each, in turn and in slices so short that what else the machine does meets all three.</summary>
    private static async Task<(double Ours, double Same, double Bare)> CompareAsync(Load.Load ours, Load.Load same, Load.Load bare, TimeSpan duration)
    {
        Load.Load[] all = [ours, same, bare];
        var (requests, seconds) = (new double[all.Length], new double[all.Length]);
        for (var slice = 0; slice < Slices * all.Length; slice++)
        {
            var result = await all[slice % all.Length].RunAsync(long.MaxValue, duration / Slices);
            requests[slice % all.Length] += result.Requests;
            seconds[slice % all.Length] += result.Elapsed.TotalSeconds;
        }

        return (requests[0] / seconds[0], requests[1] / seconds[1], requests[2] / seconds[2]);
    }

    private static Load.Load Static(BenchmarkHost host, Uri url) => new(host.EndPoint, [HttpGet.Bytes(url)], Connections);

    /// <summary>The answer of middle length: a ratio is to be between bytes of the same number.</summary>
    private static async Task<byte[]> TypicalAsync(BenchmarkHost host, IReadOnlyList<string> queries)
    {
        using var client = new HttpClient();
        List<byte[]> bodies = [];
        foreach (var query in queries.Where((_, index) => index % Math.Max(1, queries.Count / 100) == 0))
        {
            bodies.Add(await client.GetByteArrayAsync(host.Query(query)));
        }

        return bodies.OrderBy(body => body.Length).ElementAt(bodies.Count / 2);
    }
}
