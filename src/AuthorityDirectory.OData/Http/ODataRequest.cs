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
    /// <summary>The whole body; empty unless <see cref="HasBody"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body means something: of a batch, or of a query that is posted.</summary>
    public bool HasBody => Method == "POST" && (BatchHandler.IsBatch(this) || QueryPost.IsQuery(this));
}
