using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Binding;

/// <summary>A function or arithmetic operator for operands of certain types: null when one of them is null.</summary>
/// <param name="Name">As queries write it, in whatever case.</param>
/// <param name="Parameters">The types of the operands.</param>
/// <param name="Result">The type of the value.</param>
/// <param name="Make">Makes the node from operands of just those types.</param>
sealed record Function(string Name, IReadOnlyList<PrimitiveType> Parameters, PrimitiveType Result, Func<IReadOnlyList<Evaluator>, Evaluator> Make)
{
    /// <summary>Whether some operands make it fail: a division by zero, a number or date that is too large.</summary>
    public bool CanFail { get; init; }

    public static Function Of<TResult>(string name, Func<TResult> function) =>
        new(name, [], Type<TResult>(), _ => new Constant<TResult>(function()));

    public static Function Of<TA, TResult>(string name, Func<TA, TResult> function) =>
        new(name, [Type<TA>()], Type<TResult>(), a => new Map<TA, TResult>((Evaluator<TA>)a[0], function));

    public static Function Of<TA, TB, TResult>(string name, Func<TA, TB, TResult> function) =>
        new(name, [Type<TA>(), Type<TB>()], Type<TResult>(), a => new Map<TA, TB, TResult>((Evaluator<TA>)a[0], (Evaluator<TB>)a[1], function));

    public static Function Of<TA, TB, TC, TResult>(string name, Func<TA, TB, TC, TResult> function) => new(
        name, [Type<TA>(), Type<TB>(), Type<TC>()], Type<TResult>(),
        a => new Map<TA, TB, TC, TResult>((Evaluator<TA>)a[0], (Evaluator<TB>)a[1], (Evaluator<TC>)a[2], function));

    /// <summary>The function with its parameters, as errors and documents show it.</summary>
    public override string ToString() => $"{Name}({string.Join(",", Parameters.Select(parameter => parameter.QualifiedName))})";

    static PrimitiveType Type<T>() => typeof(T) switch
    {
        var type when type == typeof(string) => PrimitiveTypes.String,
        var type when type == typeof(bool) => PrimitiveTypes.Boolean,
        var type when type == typeof(long) => PrimitiveTypes.Int64,
        var type when type == typeof(decimal) => PrimitiveTypes.Decimal,
        var type when type == typeof(double) => PrimitiveTypes.Double,
        var type when type == typeof(DateOnly) => PrimitiveTypes.Date,
        var type when type == typeof(DateTimeOffset) => PrimitiveTypes.DateTimeOffset,
        var type when type == typeof(TimeSpan) => PrimitiveTypes.Duration,
        var type when type == typeof(TimeOnly) => PrimitiveTypes.TimeOfDay,
        _ => throw new ArgumentException($"No primitive type is computed with {typeof(T).Name}."),
    };
}
