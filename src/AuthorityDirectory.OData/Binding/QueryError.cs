using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Why a request is refused, as the client is told.</summary>
/// <param name="Status">The HTTP status: 400, 404, 405, 406, 412, 413, 414, 415, 424, 428 or 501; of a refusal of the host, whatever it says.</param>
/// <param name="Code">One of <see cref="ErrorCode"/>, or the host's own: stable, for programs.</param>
/// <param name="Message">What is wrong, where, and what to do: for people.</param>
/// <param name="Target">The option, header or path segment it is about.</param>
/// <param name="Position">The character of the target's decoded text that it points at, counted from 1; the end of the text is one more than its length. Null when no text was parsed.</param>
sealed record QueryError(int Status, string Code, string Message, string? Target = null, int? Position = null)
{
    /// <summary>Of 405, the methods that are allowed.</summary>
    public string? Allow { get; init; }

    /// <summary>The single reasons, where a body has several.</summary>
    public IReadOnlyList<RefusalDetail> Details { get; init; } = [];
}

/// <summary>Ends the work on a request that is refused. Nothing has been written yet.</summary>
sealed class QueryException(QueryError error) : Exception(error.Message)
{
    public QueryError Error { get; } = error;
}

/// <summary>The values of <c>error.code</c>.</summary>
static class ErrorCode
{
    public const string Syntax = "SyntaxError";
    public const string UnknownOption = "UnknownQueryOption";
    public const string DuplicateOption = "DuplicateQueryOption";
    public const string OptionNotAllowed = "QueryOptionNotAllowed";
    public const string InvalidValue = "InvalidValue";
    public const string UnknownName = "UnknownName";
    public const string TypeMismatch = "TypeMismatch";
    public const string LimitExceeded = "LimitExceeded";
    public const string EvaluationFailed = "EvaluationFailed";
    public const string ResourceNotFound = "ResourceNotFound";
    public const string MethodNotAllowed = "MethodNotAllowed";
    public const string NotAcceptable = "NotAcceptable";
    public const string PreconditionFailed = "PreconditionFailed";
    public const string PreconditionRequired = "PreconditionRequired";
    public const string MissingValue = "MissingValue";
    public const string DuplicateName = "DuplicateName";
    public const string UnsupportedVersion = "UnsupportedVersion";
    public const string InternalError = "InternalError";
    public const string UnsupportedMediaType = "UnsupportedMediaType";
    public const string FailedDependency = "FailedDependency";
    public const string NotImplemented = "NotImplemented";
}
