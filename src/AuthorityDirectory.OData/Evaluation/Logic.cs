namespace AuthorityDirectory.OData.Evaluation;

/// <summary>All of the operands hold: false if one is false, else null if one is null (URL conventions 4.01, section 5.1.1.1.7).</summary>
sealed class And(IReadOnlyList<Evaluator<bool>> operands) : Evaluator<bool>
{
    readonly Evaluator<bool>[] _operands = [.. operands];

    public IReadOnlyList<Evaluator<bool>> Operands => _operands;

    public override bool IsConstant => Array.TrueForAll(_operands, operand => operand.IsConstant);

    public override bool TryGet(out bool value)
    {
        var known = true;
        value = false;
        foreach (var operand in _operands)
        {
            if (!operand.TryGet(out var holds))
                known = false;
            else if (!holds)
                return true;
        }
        value = known;
        return known;
    }
}

/// <summary>One of the operands holds: true if one is true, else null if one is null.</summary>
sealed class Or(IReadOnlyList<Evaluator<bool>> operands) : Evaluator<bool>
{
    readonly Evaluator<bool>[] _operands = [.. operands];

    public override bool IsConstant => Array.TrueForAll(_operands, operand => operand.IsConstant);

    public override bool TryGet(out bool value)
    {
        var known = true;
        foreach (var operand in _operands)
        {
            if (!operand.TryGet(out var holds))
                known = false;
            else if (holds)
                return value = true;
        }
        value = false;
        return known;
    }
}

/// <summary>Whether a single value is null, or with <paramref name="isNull"/> false, whether it is not.</summary>
sealed class NullTest<T>(Evaluator<T> operand, bool isNull) : Evaluator<bool>
{
    public override bool IsConstant => operand.IsConstant;

    public override bool TryGet(out bool value)
    {
        value = operand.TryGet(out _) != isNull;
        return true;
    }
}

/// <summary>The value of the first condition that holds; null when none does.</summary>
sealed class Case<T>(IReadOnlyList<(Evaluator<bool> Condition, Evaluator<T> Value)> branches) : Evaluator<T>
{
    public override bool TryGet([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        foreach (var (condition, branch) in branches)
        {
            if (condition.TryGet(out var holds) && holds)
                return branch.TryGet(out value);
        }
        value = default;
        return false;
    }
}
