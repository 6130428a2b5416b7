using System.Globalization;
using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>What a platform asks to know whether this instance lives, and how old what it answers from is.</summary>
public static class Health
{
    private const string StaleAfter = "Health:StaleAfter";

    /// <summary>Logs at every probe what <see cref="Following"/> says once.</summary>
    private const string Framework = "Microsoft.Extensions.Diagnostics.HealthChecks";

    private static readonly TimeSpan StaleByDefault = TimeSpan.FromMinutes(1);

    /// <summary>Adds the check of the snapshot.</summary>
    /// <exception cref="StartRefusedException">The setting <c>Health:StaleAfter</c> is not a duration.</exception>
    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        var staleAfter = Parse(configuration[StaleAfter]);
        services.AddLogging(logging => logging.AddFilter(Framework, LogLevel.None));
        services.AddHealthChecks().Add(new("snapshot", provider => ActivatorUtilities.CreateInstance<SnapshotCheck>(provider, staleAfter), null, null));
        return services;
    }

    /// <summary>Maps <c>/health/live</c>, which answers as long as the process does, and <c>/health/ready</c>, which says what it answers from.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableHttpMetrics();
        endpoints.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync }).DisableHttpMetrics();
        return endpoints;
    }

    private static TimeSpan Parse(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? StaleByDefault
        : TimeSpan.TryParse(setting, CultureInfo.InvariantCulture, out var duration) && duration > TimeSpan.Zero ? duration
        : throw new StartRefusedException($"{StaleAfter} is \"{setting}\", which is not a duration such as 00:01:00 for one minute.");

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var facts = report.Entries.Values.SelectMany(entry => entry.Data).Prepend(new("status", report.Status.ToString()));
        return context.Response.WriteAsJsonAsync(new Dictionary<string, object>(facts));
    }
}

/// <summary>Degraded when the snapshot has not been in step with the ledger for a while: it still answers, which is better than no answer. Unhealthy when what it answers from is not what the store holds.</summary>
/// <param name="current">What is answered from.</param>
/// <param name="following">Says whether the store is refused.</param>
/// <param name="time">Says what is now.</param>
/// <param name="staleAfter">The age from which it is degraded.</param>
public sealed class SnapshotCheck(CurrentSnapshot current, Following following, TimeProvider time, TimeSpan staleAfter) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(new HealthCheckResult(Status(), Description(), data: Facts()));

    /// <remarks>An instance that has started from a copy and not reached the store yet does not know how old the copy is.</remarks>
    private HealthStatus Status() =>
        following.Refusal is not null || (current.CaughtUpAt is null && current.Value.Position == 0) ? HealthStatus.Unhealthy
        : Age() > staleAfter || Age() is null ? HealthStatus.Degraded
        : HealthStatus.Healthy;

    private TimeSpan? Age() => time.GetUtcNow() - current.CaughtUpAt;

    private string Description() =>
        following.Refusal is { } refusal ? refusal :
        current.CaughtUpAt is { } caughtUpAt ? $"The ledger was last read to its end at {caughtUpAt:u}." : "The ledger has not been read to its end since the start.";

    private Dictionary<string, object> Facts() => new()
    {
        ["position"] = current.Value.Position,
        ["caughtUpAt"] = current.CaughtUpAt!,
        ["ageSeconds"] = Age() is { } age ? Math.Round(age.TotalSeconds, 1) : null!,
        ["staleAfterSeconds"] = staleAfter.TotalSeconds,
        ["description"] = Description(),
    };
}
