namespace AuthorityDirectory.OData.Syntax;

/// <summary>How much one request may ask for. Beyond a limit the answer is 400 (414 for the URL, 413 for a body), naming the limit and its value.</summary>
public sealed record ODataLimits
{
    /// <summary>Characters of the request target, path and query as sent.</summary>
    public int MaxUrlLength { get; init; } = 8_000;

    /// <summary>Parentheses, functions, lambdas and signs within each other, in one expression; objects and arrays within each other, in one body.</summary>
    public int MaxExpressionDepth { get; init; } = 50;

    /// <summary>Names, literals, operators and calls in the expressions of one request, with what parameter aliases stand for.</summary>
    public int MaxNodeCount { get; init; } = 1_000;

    /// <summary><c>any</c> and <c>all</c> within each other.</summary>
    public int MaxLambdaDepth { get; init; } = 3;

    /// <summary>Characters of one <c>$search</c>.</summary>
    public int MaxSearchLength { get; init; } = 200;

    /// <summary>Keys of one <c>$orderby</c>.</summary>
    public int MaxOrderByCount { get; init; } = 8;

    /// <summary><c>$expand</c> within <c>$expand</c>.</summary>
    public int MaxExpandDepth { get; init; } = 3;

    /// <summary>Entities that <c>$expand</c> adds to one answer.</summary>
    public int MaxExpandedEntities { get; init; } = 10_000;

    /// <summary>Entities in one answer unless the client prefers fewer or more; further ones are behind a next link.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>The most that <c>Prefer: maxpagesize</c> can reach.</summary>
    public int MaxPageSize { get; init; } = 1_000;

    /// <summary>Evaluation steps: one for each node of a filter or sort key, for each entity or collection element it is evaluated on.</summary>
    public long MaxSteps { get; init; } = 20_000_000;

    /// <summary>Seconds of evaluating, for what steps do not measure: patterns and long texts. A batch has them once.</summary>
    public int MaxSeconds { get; init; } = 5;

    /// <summary>Bytes of a posted body: of <c>$batch</c>, <c>/$query</c>, an insert or an action. Beyond it the answer is 413.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Requests in one batch. They share <see cref="MaxSteps"/>, <see cref="MaxExpandedEntities"/> and <see cref="MaxResultBytes"/>.</summary>
    public int MaxBatchRequests { get; init; } = 100;

    /// <summary>Bytes of one answer's body before compression.</summary>
    public int MaxResultBytes { get; init; } = 32 * 1024 * 1024;
}
