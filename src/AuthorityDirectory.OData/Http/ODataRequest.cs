using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AuthorityDirectory.OData.Http;

/// <summary>What of an HTTP request the service looks at.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">What follows the service root, as sent, without the first slash.</param>
/// <param name="Query">What follows the question mark, as sent.</param>
/// <param name="Root">The service root with its closing slash.</param>
/// <param name="Header">The values of a header.</param>
sealed record ODataRequest(string Method, string Path, string Query, string Root, Func<string, StringValues> Header)
{
    readonly HttpContext? _http;

    /// <summary>The HTTP request; of a request in a batch, the batch.</summary>
    public HttpContext Http
    {
        get => _http ?? throw new InvalidOperationException("Only a request that came by HTTP has a caller.");
        init => _http = value;
    }

    /// <summary>The whole body, once it has been read.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Reads the body; null when <see cref="Body"/> is all of it.</summary>
    public Func<ValueTask<ReadOnlyMemory<byte>>>? ReadBody { get; init; }

    public async ValueTask<ODataRequest> WithBodyAsync() => ReadBody is null ? this : this with { Body = await ReadBody(), ReadBody = null };
}
