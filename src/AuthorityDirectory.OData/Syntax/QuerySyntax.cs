namespace AuthorityDirectory.OData.Syntax;

/// <summary>The query options that apply to one resource: of the request, or within <c>$expand</c> or <c>$select</c>.</summary>
sealed record QuerySyntax
{
    public static QuerySyntax Empty { get; } = new();

    public ExpressionSyntax? Filter { get; init; }
    public IReadOnlyList<OrderBySyntax> OrderBy { get; init; } = [];

    /// <summary>Null when everything is selected.</summary>
    public IReadOnlyList<ItemSyntax>? Select { get; init; }
    public IReadOnlyList<ItemSyntax> Expand { get; init; } = [];
    public IReadOnlyList<ComputeSyntax> Compute { get; init; } = [];
    public ValueSyntax<long>? Top { get; init; }
    public ValueSyntax<long>? Skip { get; init; }
    public ValueSyntax<bool>? Count { get; init; }
    public SearchSyntax? Search { get; init; }
    public ValueSyntax<string>? SkipToken { get; init; }
    public ValueSyntax<string>? Format { get; init; }
    public ValueSyntax<string>? Id { get; init; }

    /// <summary>Each option as written, decoded.</summary>
    public IReadOnlyList<WrittenOption> Written { get; init; } = [];
}

/// <summary>An option of the request or in brackets as written, decoded.</summary>
sealed record WrittenOption(SystemOption Option, string Text);

/// <summary>One property that <c>$compute</c> defines.</summary>
sealed record ComputeSyntax(ExpressionSyntax Expression, string Name, Location At);

/// <summary>A plain value and where it is written.</summary>
sealed record ValueSyntax<T>(T Value, Location At);

/// <summary>One key of <c>$orderby</c>.</summary>
sealed record OrderBySyntax(ExpressionSyntax Key, bool IsDescending);

/// <summary>A name within a path of <c>$select</c> or <c>$expand</c>; <c>*</c>, <c>$ref</c> and <c>$count</c> are names too.</summary>
sealed record PathName(string Name, Location At);

/// <summary>One item of <c>$select</c> or <c>$expand</c>: a path and the options in brackets behind it.</summary>
sealed record ItemSyntax(IReadOnlyList<PathName> Path, QuerySyntax Options)
{
    public Location At => Path[0].At;
}
