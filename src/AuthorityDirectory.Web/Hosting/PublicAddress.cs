using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Under which address the world knows this instance: links are built from it, never from what a caller claims.</summary>
public static class PublicAddress
{
    /// <summary>Believes forwarded headers of the configured proxies only, through as many of them as there are.</summary>
    public static IServiceCollection AddPublicAddress(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>((forwarded, site) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in site.Value.TrustedProxies.Select(SiteOptions.Network).OfType<System.Net.IPNetwork>())
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        }).Services;

    /// <summary>Puts the public address in place of the one the connection shows.</summary>
    /// <remarks>Without one, who says no host (HTTP/1.0) is given links to the address that it reached.</remarks>
    public static IApplicationBuilder UsePublicAddress(this IApplicationBuilder application)
    {
        var site = application.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value;
        if (site.TrustedProxies.Count > 0)
        {
            application.UseForwardedHeaders();
        }

        return application.Use((context, next) =>
        {
            Place(context, site.PublicAddress);
            return next(context);
        });
    }

    private static void Place(HttpContext context, Uri? url)
    {
        if (url is not null)
        {
            context.Request.Scheme = url.Scheme;
            context.Request.Host = url.IsDefaultPort ? new(url.IdnHost) : new(url.IdnHost, url.Port);
        }
        else if (!context.Request.Host.HasValue && context.Connection.LocalIpAddress is { } local)
        {
            context.Request.Host = new((local.IsIPv4MappedToIPv6 ? local.MapToIPv4() : local).ToString(), context.Connection.LocalPort);
        }
    }
}
