using System.Diagnostics;
using AuthorityDirectory.Ledger;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Sends traces, metrics and logs to a collector when one is named, by the settings that OpenTelemetry has for it, and is silent otherwise.</summary>
public static class Telemetry
{
    /// <summary>The setting that names the collector.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Service = "authority-directory";

    private static readonly string[] Meters =
    [
        "AuthorityDirectory.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Diagnostics", "System.Runtime",
    ];

    private static readonly string[] Sources = ["AuthorityDirectory.*", "Microsoft.AspNetCore", "Azure.Cosmos.Operation"];

    /// <summary>What our own spans begin with.</summary>
    public static ActivitySource Source { get; } = new("AuthorityDirectory.Web");

    /// <summary>Adds the instruments always, and the sending when <see cref="Endpoint"/> is set.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<TelemetryMeter>().AddSingleton<TelemetryLedger>();
        return string.IsNullOrWhiteSpace(configuration[Endpoint]) ? services : services.AddSending(configuration);
    }

    /// <summary>Begins to send, so that nothing from the start is missed, and describes every request; the container sends what is left and ends it.</summary>
    public static IApplicationBuilder UseTelemetry(this IApplicationBuilder application)
    {
        application.ApplicationServices.GetService<MeterProvider>();
        application.ApplicationServices.GetService<TracerProvider>();
        return application.UseMiddleware<TelemetryRequests>();
    }

    private static IServiceCollection AddSending(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => Sdk.CreateMeterProviderBuilder().ConfigureServices(own => own.AddSingleton(configuration))
            .ConfigureResource(Name).AddMeter(Meters).AddOtlpExporter().Build())
        .AddSingleton(_ => Sdk.CreateTracerProviderBuilder().ConfigureServices(own => own.AddSingleton(configuration))
            .ConfigureResource(Name).AddSource(Sources).AddOtlpExporter().Build())
        .AddLogging(logging => logging.AddOpenTelemetry(options =>
        {
            options.IncludeFormattedMessage = true;
            options.SetResourceBuilder(Resource()).AddOtlpExporter();
        }));

    private static ResourceBuilder Resource()
    {
        var resource = ResourceBuilder.CreateDefault();
        Name(resource);
        return resource;
    }

    /// <summary>The name of this service, unless <c>OTEL_SERVICE_NAME</c> says another.</summary>
    private static void Name(ResourceBuilder resource) => resource.Clear().AddService(Service).AddTelemetrySdk().AddEnvironmentVariableDetector();
}
