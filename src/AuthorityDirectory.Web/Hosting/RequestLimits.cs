using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.RateLimiting;
using AuthorityDirectory.Web.Api;
using Microsoft.AspNetCore.RateLimiting;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Keeps one caller from taking the directory away from the others.</summary>
public static class RequestLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Adds the limit: a bucket for each caller that fills evenly.</summary>
    public static IServiceCollection AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = LimitOptions.From(configuration);
        return services.AddSingleton(limits).AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(context, limits.RequestsPerMinute));
            options.OnRejected = RefuseAsync;
        });
    }

    private static RateLimitPartition<string> Bucket(HttpContext context, int perMinute) =>
        perMinute == 0 || context.Request.Path.StartsWithSegments("/health")
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => Bucket(perMinute));

    /// <summary>Fills at most once a second: a second's worth at once, or one when that is less.</summary>
    private static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var portion = Math.Max(1, perMinute / 60);
        return new() { TokenLimit = perMinute, TokensPerPeriod = portion, ReplenishmentPeriod = Window * portion / perMinute, QueueLimit = 0 };
    }

    /// <summary>A caller is somebody who signed in, else an address; of IPv6 the first 64 bits, because one customer has them all. A token that nobody gave counts for nothing: it could be invented anew for each request.</summary>
    private static string Caller(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { } name })
        {
            return $"account {name}";
        }

        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var services = context.HttpContext.RequestServices;
        services.GetRequiredService<ILogger<LimitOptions>>().OverTheLimit(services.GetRequiredService<LimitOptions>().RequestsPerMinute, seconds, context.HttpContext.Request.Path);
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (context.HttpContext.Request.Path.StartsWithSegments(DirectoryApi.Root))
        {
            response.Headers["OData-Version"] = "4.0";
            response.ContentType = "application/json";
            return new(response.WriteAsync(Error(seconds), cancellationToken));
        }

        response.ContentType = "text/plain; charset=utf-8";
        return new(response.WriteAsync(Message(seconds), cancellationToken));
    }

    /// <summary>A refusal in OData's form.</summary>
    public static string Error(int seconds) => JsonSerializer.Serialize(new { error = new { code = "TooManyRequests", message = Message(seconds) } });

    private static string Message(int seconds) => $"Too many requests from this caller: try again in {seconds} s.";
}
