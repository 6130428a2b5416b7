using System.Net;
using System.Net.Sockets;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Where requests come from, as far as somebody can be told apart by it.</summary>
public static class Network
{
    /// <summary>An address; of IPv6 the first 64 bits, because one customer has them all.</summary>
    public static string Of(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : $"{address?.MapToIPv4()}";
}
