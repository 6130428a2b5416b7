using System.Diagnostics;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>Counts the evaluation steps of a request, whatever it evaluates, and ends it at the limit.</summary>
sealed class Budget(long maxSteps, int maxExpandedEntities, int maxSeconds)
{
    /// <summary>The time is looked at once in so many calls: each of them may have matched a pattern.</summary>
    const int CallsBetweenLooks = 32;

    readonly long _end = Stopwatch.GetTimestamp() + maxSeconds * Stopwatch.Frequency;
    int _expanded;
    int _calls;

    /// <summary>What one request, or one batch of them, may cost.</summary>
    public static Budget Of(ODataLimits limits) => new(limits.MaxSteps, limits.MaxExpandedEntities, limits.MaxSeconds);

    /// <summary>Steps so far.</summary>
    public long Spent { get; private set; }

    /// <summary>How many entities <c>$expand</c> may still add.</summary>
    public int EntitiesLeft => maxExpandedEntities - _expanded;

    /// <summary>Counts entities that <c>$expand</c> adds.</summary>
    public void SpendEntities(int count)
    {
        if (count > EntitiesLeft)
            throw new QueryException(new QueryError(400, ErrorCode.LimitExceeded,
                $"$expand adds more entities than the limit MaxExpandedEntities of this service, which is {maxExpandedEntities}; ask for fewer entities, or $top within $expand.", "$expand"));
        _expanded += count;
    }

    public void Spend(long steps)
    {
        if ((Spent += steps) > maxSteps)
            throw new QueryException(new QueryError(400, ErrorCode.LimitExceeded,
                $"Answering this takes more than the limit MaxSteps of this service, which is {maxSteps}; narrow the filter or drop nested lambdas."));
        if (++_calls % CallsBetweenLooks == 0 && Stopwatch.GetTimestamp() > _end)
            throw new QueryException(new QueryError(400, ErrorCode.LimitExceeded,
                $"Answering this takes longer than the limit MaxSeconds of this service, which is {maxSeconds}; simplify the patterns or shorten the texts."));
    }
}

/// <summary>Spends what one evaluation of an expression costs.</summary>
/// <param name="budget">The request's budget.</param>
sealed class Meter(Budget budget)
{
    /// <summary>Nodes of the expression, known once it is bound.</summary>
    public int Weight { get; set; } = 1;

    public void Step() => budget.Spend(Weight);

    public void Step(int times) => budget.Spend((long)Weight * times);
}
