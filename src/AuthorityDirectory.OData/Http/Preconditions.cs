using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Http;

/// <summary>What <c>If-Match</c> and <c>If-None-Match</c> say about an entity that is to be changed (Protocol 4.01, sections 8.2.4, 8.2.5 and 11.4.1.1).</summary>
static class Preconditions
{
    /// <summary>Refuses with 428 what needs a condition and has none, and with 412 a condition that does not hold.</summary>
    /// <returns>Whether the client named the tag itself, rather than any or none.</returns>
    public static bool Check(ODataRequest request, ODataAction action, string tag)
    {
        var condition = request.Header("If-Match").ToString();
        if (condition.Length == 0 && action.NeedsMatch)
            throw new QueryException(new QueryError(428, ErrorCode.PreconditionRequired,
                $"{action.Name} needs the header If-Match with the ETag of the entity that it is meant for, so that nobody's change is overwritten unseen; * takes whatever is there.", "If-Match"));
        if (condition.Length > 0 && !BodyTag.IsEntityNamedIn(condition, tag) || BodyTag.IsEntityNamedIn(request.Header("If-None-Match").ToString(), tag))
            throw new QueryException(new QueryError(412, ErrorCode.PreconditionFailed,
                $"The entity has the tag {tag} now, which the condition excludes: read it again, see what changed, and decide.", condition.Length > 0 ? "If-Match" : "If-None-Match"));
        return condition.Length > 0 && condition.Trim() != "*";
    }
}
