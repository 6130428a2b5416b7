using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>A piece of the request that is parsed on its own: the decoded value of an option, or the path.</summary>
/// <param name="Target">What errors call it: <c>$filter</c>, <c>@alias</c>, <c>path</c>.</param>
/// <param name="Text">The text after percent-decoding.</param>
sealed record SourceText(string Target, string Text)
{
    public Location At(int offset) => new(this, offset);
}

/// <summary>A place in the request, so that every error can point at it.</summary>
/// <param name="Source">The text it is in.</param>
/// <param name="Offset">Characters before it.</param>
readonly record struct Location(SourceText Source, int Offset)
{
    /// <summary>The request is wrong here: 400.</summary>
    public QueryException Invalid(string code, string message) => Error(400, code, message);

    /// <summary>Nothing is there: 404.</summary>
    public QueryException NotFound(string message) => Error(404, ErrorCode.ResourceNotFound, message);

    /// <summary>The request asks for a part of the standard that is not there: 501.</summary>
    public QueryException NotImplemented(string message) => Error(501, ErrorCode.NotImplemented, message);

    /// <summary>The request goes beyond a limit: 400.</summary>
    public QueryException Exceeds(string limit, long value) =>
        Error(400, ErrorCode.LimitExceeded, $"This goes beyond the limit {limit} of this service, which is {value}");

    QueryException Error(int status, string code, string message) =>
        new(new QueryError(status, code, $"{message} (at character {Offset + 1} of {Source.Target}).", Source.Target, Offset + 1));
}
