using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>Counts the evaluation steps of a request, whatever it evaluates, and ends it at the limit.</summary>
sealed class Budget(long maxSteps)
{
    /// <summary>Steps so far.</summary>
    public long Spent { get; private set; }

    public void Spend(long steps)
    {
        if ((Spent += steps) > maxSteps)
            throw new QueryException(new QueryError(400, ErrorCode.LimitExceeded,
                $"Answering this takes more than the limit MaxSteps of this service, which is {maxSteps}; narrow the filter or drop nested lambdas."));
    }
}

/// <summary>Spends what one evaluation of an expression costs.</summary>
/// <param name="budget">The request's budget.</param>
sealed class Meter(Budget budget)
{
    /// <summary>Nodes of the expression, known once it is bound.</summary>
    public int Weight { get; set; } = 1;

    public void Step() => budget.Spend(Weight);
}
