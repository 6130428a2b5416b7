using AuthorityDirectory.OData.Binding;
using Microsoft.Net.Http.Headers;

namespace AuthorityDirectory.OData.Http;

/// <summary>What a request says that its body is.</summary>
static class ContentTypes
{
    /// <summary>The content type, which has to be one of some; otherwise 415.</summary>
    public static MediaTypeHeaderValue Require(ODataRequest request, params ReadOnlySpan<string> known)
    {
        var sent = request.Header("Content-Type").ToString();
        if (MediaTypeHeaderValue.TryParse(sent, out var type) && known.Contains(type.MediaType.ToString().ToLowerInvariant()) && IsUtf8(type))
            return type;
        throw new QueryException(new QueryError(415, ErrorCode.UnsupportedMediaType,
            $"Content-Type is '{sent}'; the body has to be {string.Join(" or ", known.ToArray())}, in UTF-8.", "Content-Type"));
    }

    static bool IsUtf8(MediaTypeHeaderValue type) => type.Charset.Length == 0 || type.Charset.ToString().Trim('"').ToUpperInvariant() is "UTF-8" or "US-ASCII";
}
