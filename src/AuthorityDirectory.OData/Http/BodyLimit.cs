using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>How long a body may be.</summary>
static class BodyLimit
{
    public static void Check(ODataRequest request, ODataLimits limits)
    {
        if (request.Body.Length > limits.MaxBodyBytes)
            throw new QueryException(Exceeded(limits));
    }

    public static QueryError Exceeded(ODataLimits limits) => new(413, ErrorCode.LimitExceeded,
        $"The body has more bytes than the limit {nameof(ODataLimits.MaxBodyBytes)} of this service, which is {limits.MaxBodyBytes}.", "body");
}
