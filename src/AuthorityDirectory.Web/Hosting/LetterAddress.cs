using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>What links in letters begin with: <c>Site:PublicUrl</c>, or where this instance listens when that is this machine alone. Never what a request says: whoever asks for a letter to somebody else would choose where its link leads.</summary>
public sealed class LetterAddress(IOptions<SiteOptions> site, IServer server)
{
    /// <summary>The address without a path; null when it is not known, and letters with links cannot be written.</summary>
    public Uri? Base => site.Value.PublicAddress ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Local).FirstOrDefault(address => address is not null);

    /// <summary>A path of this directory as a letter has it.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Base"/> is not known.</exception>
    public string To(string path) => new Uri(Base ?? throw new InvalidOperationException("Set Site:PublicUrl: letters cannot say where the directory is."), path).AbsoluteUri;

    private static Uri? Local(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Host == "localhost" || (IPAddress.TryParse(url.Host, out var ip) && IPAddress.IsLoopback(ip))) ? url : null;
}
