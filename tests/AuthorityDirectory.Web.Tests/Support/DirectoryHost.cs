using AuthorityDirectory.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The real application on a real socket of the loopback, over a ledger in memory, on the seed data, with a clock that stands still.</summary>
public class DirectoryHost(params string[] settings) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directory-");
    private WebApplication? _application;

    /// <summary>The day on which every test is run.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _application!.Services;

    public virtual async ValueTask InitializeAsync()
    {
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", "--contentRoot", Repository.File("src", "AuthorityDirectory.Web"),
            "--Storage:Folder", _folder.FullName, "--Limits:RequestsPerMinute", "0", "--Logging:LogLevel:Default", "Warning",
            "--hostBuilder:reloadConfigOnChange", "false", .. settings,
        ];
        _application = await DirectoryApplication.CreateAsync(args, Configure);
        await _application.StartAsync();
        Address = new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client?.Dispose();
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    protected virtual void Configure(WebApplicationBuilder builder) => builder.Services
        .Replace(ServiceDescriptor.Singleton<ILedger>(new InMemoryLedger()))
        .Replace(ServiceDescriptor.Singleton<TimeProvider>(new StillClock(Now)));

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>The directory as a first start leaves it; one for all tests that only read.</summary>
public sealed class SeededDirectory : DirectoryHost;
