using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>The comparison operators (URL conventions 4.01, section 5.1.1.1), for operands of any types.</summary>
static class Comparisons
{
    public static string Written(Operator op) => op.ToString().ToLowerInvariant();

    public static Evaluator<bool> Equality(Operand left, Operand right, bool isEqual, Location at)
    {
        if (left.IsNull || right.IsNull)
            return (left.IsNull ? right : left).Evaluator.NullTest(isEqual);
        var (l, r) = Unify(left, right, at);
        return Domain(l).Equality(l.Evaluator, r.Evaluator, isEqual);
    }

    public static Evaluator<bool> Order(Operator op, Operand left, Operand right, Location at)
    {
        var (l, r) = Unify(left, right, at);
        var orEqual = op is Operator.Ge or Operator.Le;
        return op is Operator.Lt or Operator.Le
            ? Domain(l).Order(l.Evaluator, r.Evaluator, orEqual)
            : Domain(l).Order(r.Evaluator, l.Evaluator, orEqual);
    }

    /// <summary><c>has</c>: of an enumeration whose members exclude each other, the same as <c>eq</c>; null when an operand is null.</summary>
    public static Evaluator<bool> Has(Operand left, Operand right, Location at)
    {
        if (left.Type is not EnumType || left.IsCollection)
            throw at.Invalid(ErrorCode.TypeMismatch, $"'has' needs an enumeration before it, not {left.TypeName}");
        var (l, r) = Unify(left, right, at);
        return new Map<int, int, bool>((Evaluator<int>)l.Evaluator, (Evaluator<int>)r.Evaluator, (a, b) => a == b);
    }

    public static Evaluator<bool> Membership(Operand operand, IReadOnlyList<Operand> items, Location at)
    {
        if (items.Count == 0)
            return new Constant<bool>(false);
        var pairs = items.Select(item => Unify(operand, item, at)).ToList();
        var first = pairs[0].Left;
        return pairs.TrueForAll(pair => pair.Right.Evaluator.IsConstant && pair.Left.Type == first.Type)
            ? Domain(first).Membership(first.Evaluator, [.. pairs.Select(pair => pair.Right.Evaluator)])
            : new Or([.. pairs.Select(pair => Domain(pair.Left).Equality(pair.Left.Evaluator, pair.Right.Evaluator, isEqual: true))]);
    }

    static Domain Domain(Operand operand) => Domains.Of(operand.Type!)!;

    static (Operand Left, Operand Right) Unify(Operand left, Operand right, Location at)
    {
        if (left.IsNull && right.IsNull)
            return (TypeRules.Convert(left, PrimitiveTypes.Boolean)!, TypeRules.Convert(right, PrimitiveTypes.Boolean)!);
        var common = TypeRules.Unify(left, right);
        return common is { } pair && pair.Left.Type is not StructuredType ? pair : throw Mismatch(left, right, at, "they have no type in common");
    }

    static QueryException Mismatch(Operand left, Operand right, Location at, string why) =>
        at.Invalid(ErrorCode.TypeMismatch, $"{left.TypeName} cannot be compared with {right.TypeName}: {why}");
}
