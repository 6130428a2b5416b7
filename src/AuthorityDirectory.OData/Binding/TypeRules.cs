using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Which values may stand for values of another type (URL conventions 4.01, section 5.1.1.16, numeric promotion; a date is its first moment in UTC).</summary>
static class TypeRules
{
    /// <summary>The operand as a value of a type; null when it cannot be one.</summary>
    public static Operand? Convert(Operand operand, ODataType type)
    {
        if (operand.IsCollection)
            return null;
        if (operand.IsNull)
            return Domains.Of(type) is { } domain ? operand with { Type = type, Evaluator = domain.Null } : null;
        if (AreSame(operand.Type!, type))
            return operand;
        return Promote(operand, type) ?? Literals.As(operand, type);
    }

    /// <summary>Two operands as values of one type; null when there is none.</summary>
    public static (Operand Left, Operand Right)? Unify(Operand left, Operand right)
    {
        if (left.IsCollection || right.IsCollection)
            return null;
        if (right.Type is { } r && Convert(left, r) is { } likeRight)
            return (likeRight, right);
        return left.Type is { } l && Convert(right, l) is { } likeLeft ? (left, likeLeft) : null;
    }

    public static bool AreSame(ODataType left, ODataType right) =>
        left == right || left is PrimitiveType a && right is PrimitiveType b && (a.Kind == b.Kind || IsWhole(a) && IsWhole(b));

    public static bool IsWhole(ODataType type) => type is PrimitiveType { Kind: PrimitiveKind.Int32 or PrimitiveKind.Int64 };

    static Operand? Promote(Operand operand, ODataType type) => (operand.Type, type) switch
    {
        (PrimitiveType { Kind: PrimitiveKind.Date }, PrimitiveType { Kind: PrimitiveKind.DateTimeOffset }) => Map<DateOnly, DateTimeOffset>(operand, type, FirstMoment),
        (PrimitiveType { Kind: PrimitiveKind.Decimal }, PrimitiveType { Kind: PrimitiveKind.Double }) => Map<decimal, double>(operand, type, number => (double)number),
        (PrimitiveType from, PrimitiveType { Kind: PrimitiveKind.Decimal }) when IsWhole(from) => Map<long, decimal>(operand, type, number => number),
        (PrimitiveType from, PrimitiveType { Kind: PrimitiveKind.Double }) when IsWhole(from) => Map<long, double>(operand, type, number => number),
        _ => null,
    };

    static Operand Map<TFrom, TTo>(Operand operand, ODataType type, Func<TFrom, TTo> convert)
    {
        var map = new Map<TFrom, TTo>((Evaluator<TFrom>)operand.Evaluator, convert);
        return operand with { Type = type, Evaluator = map.IsConstant ? map.Fold() : map, PlainPath = null };
    }

    static DateTimeOffset FirstMoment(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
