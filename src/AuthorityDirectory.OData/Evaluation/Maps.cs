using System.Diagnostics.CodeAnalysis;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>A function of one operand; null when that is null.</summary>
sealed class Map<TA, TResult>(Evaluator<TA> a, Func<TA, TResult> function) : Evaluator<TResult>
{
    public override bool IsConstant => a.IsConstant;

    public override bool TryGet([MaybeNullWhen(false)] out TResult value)
    {
        var known = a.TryGet(out var first);
        value = known ? function(first!) : default;
        return known;
    }
}

/// <summary>A function of one operand that some values have no result of; null for those, and when the operand is null.</summary>
sealed class Attempt<TA, TResult>(Evaluator<TA> a, Func<TA, TResult?> function) : Evaluator<TResult>
    where TResult : struct
{
    public override bool IsConstant => a.IsConstant;

    public override bool TryGet(out TResult value)
    {
        var result = a.TryGet(out var first) ? function(first) : null;
        value = result.GetValueOrDefault();
        return result.HasValue;
    }
}

/// <summary>Reads texts as values of another type; null for those that are none.</summary>
sealed class Parse<T>(Evaluator<string> text, Binding.LiteralParser<T> parse) : Evaluator<T>
{
    public override bool IsConstant => text.IsConstant;

    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = default;
        return text.TryGet(out var known) && parse(known, out value);
    }
}

/// <summary>A function of two operands; null when one of them is null.</summary>
sealed class Map<TA, TB, TResult>(Evaluator<TA> a, Evaluator<TB> b, Func<TA, TB, TResult> function) : Evaluator<TResult>
{
    public override bool IsConstant => a.IsConstant && b.IsConstant;

    public override bool TryGet([MaybeNullWhen(false)] out TResult value)
    {
        if (a.TryGet(out var first) && b.TryGet(out var second))
        {
            value = function(first, second);
            return true;
        }
        value = default;
        return false;
    }
}

/// <summary>A function of three operands; null when one of them is null.</summary>
sealed class Map<TA, TB, TC, TResult>(Evaluator<TA> a, Evaluator<TB> b, Evaluator<TC> c, Func<TA, TB, TC, TResult> function) : Evaluator<TResult>
{
    public override bool IsConstant => a.IsConstant && b.IsConstant && c.IsConstant;

    public override bool TryGet([MaybeNullWhen(false)] out TResult value)
    {
        if (a.TryGet(out var first) && b.TryGet(out var second) && c.TryGet(out var third))
        {
            value = function(first, second, third);
            return true;
        }
        value = default;
        return false;
    }
}
