namespace AuthorityDirectory.OData.Writing;

/// <summary>One of several reasons why a request is refused.</summary>
/// <param name="Code">A word for programs.</param>
/// <param name="Message">What is wrong and what to do, for people.</param>
/// <param name="Target">Where, as a path from the root of the body: <c>Changes/0/Fields/2/After</c>; null when it is about the whole.</param>
public sealed record RefusalDetail(string Code, string Message, string? Target = null);

/// <summary>Why a write is refused, as the client is told (Protocol 4.01, section 9.4). It is returned, never thrown: nothing has changed.</summary>
/// <param name="Status">The HTTP status, from 400 on.</param>
/// <param name="Code">A word for programs, such as <c>Conflict</c>.</param>
/// <param name="Message">What is wrong, where, and what to do: for people.</param>
public sealed record Refusal(int Status, string Code, string Message)
{
    /// <summary>The HTTP status, from 400 on.</summary>
    public int Status { get; } = Status >= 400 ? Status : throw new ArgumentOutOfRangeException(nameof(Status), Status, "A refusal is an error.");

    /// <summary>The part of the request that is meant; null when it is about the whole.</summary>
    public string? Target { get; init; }

    /// <summary>The single reasons, where there are several.</summary>
    public IReadOnlyList<RefusalDetail> Details { get; init; } = [];

    /// <summary>How long to wait before asking again, in whole seconds; null when waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How to sign in: the header <c>WWW-Authenticate</c>; null when signing in does not help.</summary>
    public string? Challenge { get; init; }

    /// <summary>400: what the client gives is wrong, in the places that the details name.</summary>
    public static Refusal Invalid(string message, params IReadOnlyList<RefusalDetail> details) => new(400, "InvalidValue", message) { Details = details };

    /// <summary>401: the client has to say who it is, by a bearer token (RFC 6750, section 3).</summary>
    public static Refusal Unauthorized(string message) => new(401, "Unauthorized", message) { Challenge = "Bearer" };

    /// <summary>403: the client may not do this, whoever else may.</summary>
    public static Refusal Forbidden(string message) => new(403, "Forbidden", message);

    /// <summary>404: what it is about is not there, or not for this client.</summary>
    public static Refusal NotFound(string message) => new(404, "ResourceNotFound", message);

    /// <summary>409: it contradicts what is there.</summary>
    public static Refusal Conflict(string message) => new(409, "Conflict", message);

    /// <summary>412: the entity changed between the check of its tag and the write.</summary>
    public static Refusal Clash(string message) => new(412, "PreconditionFailed", message) { Target = "If-Match" };

    /// <summary>503: it could not be written now; the same request may be sent again later.</summary>
    public static Refusal Unavailable(string message, TimeSpan retryAfter) => new(503, "Unavailable", message) { RetryAfter = retryAfter };
}
