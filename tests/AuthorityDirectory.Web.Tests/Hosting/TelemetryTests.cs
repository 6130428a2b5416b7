using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AuthorityDirectory.Web.Tests.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Metrics_traces_and_logs_reach_the_collector_that_is_named()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await RunAsync([.. collector.Settings, "--Logging:LogLevel:Default", "Information"]);

        Assert.All(
            ["http.server.request.duration", "directory.ledger.append.duration", "Appended", "directory.snapshot.age", "directory.snapshot.position",
             "directory.snapshot.records", "directory.cache.lookups", "authority-directory"],
            name => Assert.Contains(name, collector.Text("metrics"), StringComparison.Ordinal));
        Assert.Contains("append to the ledger", collector.Text("traces"), StringComparison.Ordinal);
        Assert.Contains("GET {language:language}", collector.Text("traces"), StringComparison.Ordinal);
        Assert.Contains("The directory holds", collector.Text("logs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_looks_for_and_the_probes_of_the_platform_are_not_traced()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await RunAsync(collector.Settings);

        Assert.DoesNotContain("Ruritania", collector.Text("traces"), StringComparison.Ordinal);
        Assert.DoesNotContain("health", collector.Text("traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_sent()
    {
        await using var directory = new DirectoryHost();
        await directory.InitializeAsync();

        Assert.Null(directory.Services.GetService<MeterProvider>());
        Assert.Null(directory.Services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task Every_instrument_of_ours_stands_in_the_readme_with_what_to_do()
    {
        var names = new ConcurrentBag<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Keep(instrument, names) };
        listener.Start();
        await using var directory = new DirectoryHost();
        await directory.InitializeAsync();
        var readme = await File.ReadAllTextAsync(Repository.File("src", "AuthorityDirectory.Web", "README.md"), TestContext.Current.CancellationToken);

        Assert.Contains("directory.snapshot.age", names);
        Assert.All(names, name => Assert.Contains($"| `{name}`", readme, StringComparison.Ordinal));
    }

    private static void Keep(Instrument instrument, ConcurrentBag<string> names)
    {
        if (instrument.Meter.Name.StartsWith("AuthorityDirectory.", StringComparison.Ordinal))
        {
            names.Add(instrument.Name);
        }
    }

    /// <summary>A short life: a first start, a page, a search, a probe, and a stylesheet that the browser has already.</summary>
    private static async Task RunAsync(string[] settings)
    {
        await using var directory = new DirectoryHost(settings);
        await directory.InitializeAsync();
        using var page = await GetAsync(directory, "/en");
        using var search = await GetAsync(directory, "/en/search?q=Ruritania");
        using var probe = await GetAsync(directory, "/health/ready");
        using var style = await GetAsync(directory, "/site.css");
        using var unchanged = await GetAsync(directory, "/site.css", style.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(DirectoryHost directory, string path, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return directory.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
