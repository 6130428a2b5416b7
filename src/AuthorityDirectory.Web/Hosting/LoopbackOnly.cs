using System.Net;
using System.Net.Sockets;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Keeps what is for one person's own machine on that machine: in Development letters, with the links in them, can be read on a page.</summary>
public static class LoopbackOnly
{
    /// <summary>Refuses every address that others can reach, before anything listens there.</summary>
    public static IWebHostBuilder UseLoopbackOnly(this IWebHostBuilder host) => host.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen =>
    {
        if (!IsLocal(listen.EndPoint))
        {
            throw new StartRefusedException(
                $"In Development the directory listens on this machine only, and {listen} is open to others: set Urls to an address such as http://localhost:5080, or start with --environment Production.");
        }
    }));

    /// <summary>Whether a request comes from this machine and means it: a name of another site that leads here is the trick of that site.</summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
        && (context.Request.Host.Host is "localhost" || IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host));

    private static bool IsLocal(EndPoint endPoint) =>
        endPoint is UnixDomainSocketEndPoint || endPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address);
}
