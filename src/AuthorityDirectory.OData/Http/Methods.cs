using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Http;

/// <summary>Which methods a resource takes (Protocol 4.01, section 11; RFC 9110, section 15.5.6).</summary>
static class Methods
{
    public static bool IsRead(string method) => method is "GET" or "HEAD";

    public static void CheckPosted(ODataRequest request)
    {
        if (request.Method != "POST")
            throw NotAllowed($"{request.Method} is not allowed here: $batch and $query are posted.", "POST");
    }

    /// <summary>An action changes something, so it cannot be read.</summary>
    public static void CheckRead(string method, ODataModel model, IReadOnlyList<PathSegment> path)
    {
        if (WriteTargets.Find(model, path) is ODataAction action)
            throw NotAllowed($"{method} is not allowed: {action.Name} is an action, which is invoked by POST.", "POST");
    }

    /// <summary>What is written by a request that does not read.</summary>
    public static ODataWrite CheckWritten(ODataRequest request, ODataModel model, ODataLimits limits)
    {
        var target = model.CanWrite ? WriteTargets.Find(model, new ResourcePath(limits).Parse(request.Path)) : null;
        return request.Method == "POST" && target is not null ? target : throw (target switch
        {
            ODataAction action => NotAllowed($"{request.Method} is not allowed: {action.Name} is an action, which is invoked by POST.", "POST"),
            ODataInsert => NotAllowed($"{request.Method} is not allowed: this set is read by GET and HEAD, and POST inserts into it.", "GET, HEAD, POST"),
            _ => NotAllowed($"{request.Method} is not allowed: this {(model.CanWrite ? "resource" : "service")} is read by GET and HEAD.", "GET, HEAD"),
        });
    }

    static QueryException NotAllowed(string message, string allow) => new(new QueryError(405, ErrorCode.MethodNotAllowed, message) { Allow = allow });
}
