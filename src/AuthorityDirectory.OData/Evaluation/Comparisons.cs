using System.Collections.Frozen;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>Equality of two values, never null itself: null equals null and nothing else (URL conventions 4.01, section 5.1.1.1.1).</summary>
abstract class Equality<T>(Evaluator<T> left, Evaluator<T> right, bool isEqual) : Evaluator<bool>
{
    public override bool IsConstant => left.IsConstant && right.IsConstant;

    public override bool TryGet(out bool value)
    {
        var leftKnown = left.TryGet(out var l);
        var rightKnown = right.TryGet(out var r);
        value = (leftKnown && rightKnown ? AreEqual(l!, r!) : leftKnown == rightKnown) == isEqual;
        return true;
    }

    protected abstract bool AreEqual(T left, T right);
}

sealed class ValueEquality<T>(Evaluator<T> left, Evaluator<T> right, bool isEqual) : Equality<T>(left, right, isEqual)
    where T : struct, IEquatable<T>
{
    protected override bool AreEqual(T left, T right) => left.Equals(right) && left is not double.NaN;
}

sealed class TextEquality(Evaluator<string> left, Evaluator<string> right, bool isEqual) : Equality<string>(left, right, isEqual)
{
    protected override bool AreEqual(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}

sealed class TruthEquality(Evaluator<bool> left, Evaluator<bool> right, bool isEqual) : Equality<bool>(left, right, isEqual)
{
    protected override bool AreEqual(bool left, bool right) => left == right;
}

/// <summary>Whether left comes before right; false when one of them is null (URL conventions 4.01, section 5.1.1.1.3), or not a number.</summary>
sealed class ValueOrder<T>(Evaluator<T> left, Evaluator<T> right, bool orEqual) : Evaluator<bool>
    where T : struct, IComparable<T>
{
    public override bool IsConstant => left.IsConstant && right.IsConstant;

    public override bool TryGet(out bool value)
    {
        value = left.TryGet(out var l) && right.TryGet(out var r) && l.CompareTo(r) < (orEqual ? 1 : 0) && l is not double.NaN && r is not double.NaN;
        return true;
    }
}

/// <summary>Whether a text comes before another by code unit; false when one of them is null.</summary>
sealed class TextOrder(Evaluator<string> left, Evaluator<string> right, bool orEqual) : Evaluator<bool>
{
    public override bool IsConstant => left.IsConstant && right.IsConstant;

    public override bool TryGet(out bool value)
    {
        value = left.TryGet(out var l) && right.TryGet(out var r) && string.CompareOrdinal(l, r) < (orEqual ? 1 : 0);
        return true;
    }
}

/// <summary>Whether a value is one of those that the request lists.</summary>
sealed class Membership<T>(Evaluator<T> operand, IEnumerable<T> values, bool hasNull) : Evaluator<bool>
{
    readonly FrozenSet<T> _values = values.ToFrozenSet();

    public override bool TryGet(out bool value)
    {
        value = operand.TryGet(out var known) ? _values.Contains(known) : hasNull;
        return true;
    }
}
