using System.Text;

namespace AuthorityDirectory.Load;

/// <summary>The bytes of GET requests, made before the clock runs.</summary>
public static class HttpGet
{
    /// <summary>A request that keeps its connection.</summary>
    /// <param name="url">Absolute; spaces and quotes are escaped, the rest goes as it is.</param>
    public static byte[] Bytes(Uri url) =>
        Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nAccept: */*\r\n\r\n");
}
