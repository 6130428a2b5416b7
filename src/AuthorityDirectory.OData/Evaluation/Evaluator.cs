using System.Diagnostics.CodeAnalysis;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>A node of a bound expression. A tree of them belongs to one request: its variables are set while it runs.</summary>
abstract class Evaluator
{
    /// <summary>Whether the value depends on nothing.</summary>
    public virtual bool IsConstant => false;

    /// <summary>A node of the same value that depends on nothing; only of a node whose operands are constant.</summary>
    public abstract Evaluator Fold();

    /// <summary>Whether the value is null, or with <paramref name="isNull"/> false, whether it is not.</summary>
    public abstract Evaluator<bool> NullTest(bool isNull);

    /// <summary>The same, with failures of its computation reported at a place in the request.</summary>
    public abstract Evaluator Guarded(Location at);
}

/// <summary>A node whose value is a <typeparamref name="T"/> or null.</summary>
/// <remarks>Numbers without fraction are <see cref="long"/>, members of enumerations their ordinals as <see cref="int"/>, collections lists; entities and complex values are the instances.</remarks>
abstract class Evaluator<T> : Evaluator
{
    /// <summary>Computes the value; false when it is null.</summary>
    public abstract bool TryGet([MaybeNullWhen(false)] out T value);

    public override Evaluator Fold() => TryGet(out var value) ? new Constant<T>(value) : new Null<T>();

    public override Evaluator<bool> NullTest(bool isNull) => new NullTest<T>(this, isNull);

    public override Evaluator Guarded(Location at) => new Guard<T>(this, at);
}

/// <summary>A value that the request states.</summary>
sealed class Constant<T>(T value) : Evaluator<T>
{
    public T Value { get; } = value;

    public override bool IsConstant => true;

    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = Value;
        return true;
    }
}

/// <summary>The null value, typed by what it is used as.</summary>
sealed class Null<T> : Evaluator<T>
{
    public override bool IsConstant => true;

    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }
}

/// <summary>What an expression is evaluated on: the entity of a scan, or the element of a lambda.</summary>
sealed class Variable<T> : Evaluator<T>
{
    /// <summary>Set before each evaluation.</summary>
    public T Value { get; set; } = default!;

    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = Value;
        return value is not null;
    }
}
