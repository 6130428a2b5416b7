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
    public static IApplicationBuilder UsePublicAddress(this IApplicationBuilder application)
    {
        var site = application.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value;
        if (site.TrustedProxies.Count > 0)
        {
            application.UseForwardedHeaders();
        }

        return site.PublicAddress is not { } url ? application : application.Use((context, next) =>
        {
            context.Request.Scheme = url.Scheme;
            context.Request.Host = url.IsDefaultPort ? new(url.IdnHost) : new(url.IdnHost, url.Port);
            return next(context);
        });
    }
}
