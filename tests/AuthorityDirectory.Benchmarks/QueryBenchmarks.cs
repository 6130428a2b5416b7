using AuthorityDirectory.OData.Http;
using AuthorityDirectory.Tool.Synthetic;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AuthorityDirectory.Benchmarks;

/// <summary>One request without HTTP: parse, bind, execute, write.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks : IDisposable
{
    private Prepared _directory = null!;
    private Turn _first = null!;
    private Turn _filters = null!;
    private Turn _keys = null!;
    private Turn _searches = null!;

    /// <summary>Prints BenchmarkDotNet's own table.</summary>
    public static void Run() => BenchmarkRunner.Run<QueryBenchmarks>(DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "benchmark-artifacts")));

    [GlobalSetup]
    public async Task Prepare()
    {
        var size = new SyntheticSize(Authorities: SyntheticJournal.Authorities);
        _directory = await Prepared.CreateAsync(await SyntheticLedger.CreateAsync(size, new Progress<long>(), CancellationToken.None));
        var generated = new SyntheticDirectory(size);
        (_first, _filters, _keys, _searches) = (new(Queries.First), new(Queries.Filters), new(Queries.Keys(generated.Authorities)), new(Queries.Searches(generated)));
    }

    [Benchmark(Description = "$top=20")]
    public int First() => Answer(_first);

    [Benchmark(Description = "filter, varied")]
    public int Filter() => Answer(_filters);

    [Benchmark(Description = "by key")]
    public int Key() => Answer(_keys);

    [Benchmark(Description = "$search, varied")]
    public int Search() => Answer(_searches);

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _directory.Dispose();
    }

    private int Answer(Turn queries)
    {
        using var response = _directory.Service.Handler.HandleAsync(queries.Next(), () => _directory.Snapshot).AsTask().GetAwaiter().GetResult();
        return response.Status == 200 ? response.Bytes.Length : throw new InvalidOperationException($"The answer is {response.Status}.");
    }

    private sealed class Turn(IReadOnlyList<string> queries)
    {
        private readonly ODataRequest[] _requests = [.. queries.Select(query => query.Split('?')).Select(parts =>
            new ODataRequest("GET", parts[0], parts.Length > 1 ? parts[1] : "", "http://localhost:5080/odata/", _ => default))];

        private int _next = -1;

        public ODataRequest Next() => _requests[_next = (_next + 1) % _requests.Length];
    }
}
