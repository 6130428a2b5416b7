using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Http;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(CoastService))]

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>The service over the test's world, on a real socket: one for the whole assembly.</summary>
public sealed class CoastService : IAsyncLifetime
{
    WebApplication _application = null!;

    internal static ODataOptions Options { get; } = new() { Limits = new ODataLimits { PageSize = 4, MaxPageSize = 50 }, Clock = new FixedClock() };

    internal static ODataService<Coast> Service { get; } = new(Coast.Model, Options);

    internal static ODataSnapshot<Coast> Snapshot { get; } = Service.Prepare(Some.Coast);

    /// <summary>A client whose relative addresses begin at the service root.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapOData("/odata", Service, _ => Snapshot);
        await _application.StartAsync();
        var address = _application.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient { BaseAddress = new Uri(address + "/odata/") };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }

    sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    }
}
