using System.Net.Sockets;
using System.Security.Cryptography;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Tokens;
using AuthorityDirectory.Web.Api;
using AuthorityDirectory.Web.Api.OpenApi;
using AuthorityDirectory.Web.Audit;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Reports;
using AuthorityDirectory.Web.Spreadsheets;
using AuthorityDirectory.Web.Upkeep;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web;

/// <summary>The directory as a web application: pages and API over one snapshot of one ledger.</summary>
public static class DirectoryApplication
{
    /// <summary>Builds it and makes it ready to answer; it does not listen yet.</summary>
    /// <param name="args">Settings from the command line.</param>
    /// <param name="configure">Changes to what is registered, for tests; null for none.</param>
    /// <exception cref="StartRefusedException">It cannot start; the message says why.</exception>
    public static async Task<WebApplication> CreateAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(DirectoryApplication).Assembly.GetName().Name });
        // What keeps it from starting is said once, as a sentence; the background services report for themselves.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Environment.WebRootFileProvider = new FixedFiles(builder.Environment.WebRootFileProvider);
        Add(builder.Services, builder.Configuration);
        builder.Services.AddMail(builder.Configuration, builder.Environment);
        if (builder.Environment.IsDevelopment())
        {
            builder.WebHost.UseLoopbackOnly();
        }

        configure?.Invoke(builder);
        var application = builder.Build();
        Use(application);
        await application.Services.GetRequiredService<FirstStart>().RunAsync();
        await application.Services.GetRequiredService<FirstAdministrator>().RunAsync();
        return application;
    }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="StartRefusedException">It cannot listen where it was told to; the message says why.</exception>
    public static async Task ListenAsync(this WebApplication application)
    {
        try
        {
            await application.StartAsync();
        }
        catch (Exception refusal) when (refusal is IOException or FormatException or InvalidOperationException or SocketException or ArgumentException)
        {
            throw new StartRefusedException(
                $"The directory cannot listen at '{application.Configuration["Urls"]}': {refusal.Message} Set Urls to a free address such as http://localhost:5090 and start again.");
        }
    }

    private static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDirectoryStorage();
        services.AddSingleton(RandomNumberGenerator.Create());
        services.AddSingleton<CurrentSnapshot>().AddSingleton<FirstStart>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LedgerWriter>(provider, provider.GetRequiredService<TelemetryLedger>()));
        services.AddScoped(provider => new CurrentView(() => provider.GetRequiredService<CurrentSnapshot>().Value, () => provider.GetRequiredService<Caller>().Audience));
        services.AddHostedService<Midnight>().AddSingleton<Following>().AddHostedService(provider => provider.GetRequiredService<Following>());
        services.AddTelemetry(configuration).AddHealth(configuration).AddKeyRing(configuration).AddSigningIn(configuration);
        services.AddUpkeep().AddReports().AddAudit(configuration);
        services.AddPublicAddress().AddCrossOrigin().AddRequestLimits(configuration);
        services.AddDirectoryApi().AddOpenApi().AddDirectoryPages(configuration).AddSpreadsheets();
        services.AddResponseCompression(options => options.EnableForHttps = true);
    }

    private static void Use(WebApplication application)
    {
        application.UseTelemetry();
        application.UsePublicAddress();
        application.UseSecurityHeaders();
        application.UseCrossOrigin().UseDataCaching();
        application.UseResponseCompression();
        application.UseSigningIn();
        application.UseRateLimiter();
        application.UseTokenRefusals();
        application.UseOpenApi();
        application.UseDirectoryApi();
        application.UseDirectoryPages();
        application.UseAuthorization();
        application.UseReadingAudit();
        application.MapDirectoryApi();
        application.MapDirectoryPages();
        application.MapHealth();
    }
}
