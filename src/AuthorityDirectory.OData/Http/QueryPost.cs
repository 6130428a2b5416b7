using System.Text;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>Queries whose options stand in the body: POST to <c>/$query</c> behind a resource (URL conventions 4.01, section 4.17).</summary>
static class QueryPost
{
    const string Segment = "$query";

    static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsQuery(ODataRequest request) => request.Path.Contains('/', StringComparison.Ordinal) && PercentEncoding.DecodePath(LastSegment(request)) == Segment;

    /// <summary>The same question, asked by GET.</summary>
    public static ODataRequest AsGet(ODataRequest request)
    {
        ContentTypes.Require(request, "text/plain");
        var options = Text(request.Body.Span).TrimEnd('\r', '\n');
        return request with
        {
            Method = "GET",
            Path = request.Path[..^(LastSegment(request).Length + 1)],
            Query = string.Join('&', new[] { request.Query, options }.Where(part => part.Length > 0)),
            Body = default,
        };
    }

    /// <summary>The body as text.</summary>
    public static string Text(ReadOnlySpan<byte> body)
    {
        try
        {
            return _strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            throw new QueryException(new QueryError(400, ErrorCode.Syntax, "The body is not UTF-8.", "body"));
        }
    }

    static string LastSegment(ODataRequest request) => request.Path[(request.Path.LastIndexOf('/') + 1)..];
}
