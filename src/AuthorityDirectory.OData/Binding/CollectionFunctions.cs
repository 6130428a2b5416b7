using System.Collections.Frozen;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>The functions of collections (URL conventions 4.01, sections 5.1.1.5 and 5.1.1.6): of two collections, each of which may be a JSON array, and <c>length</c> of one.</summary>
sealed class CollectionFunctions(StructureComparer structures, Func<ExpressionSyntax, Operand> bind)
{
    static readonly FrozenSet<string> _names =
        new[] { "concat", "contains", "endswith", "hassubsequence", "hassubset", "indexof", "startswith", "substring" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that no function of single values has.</summary>
    public static IReadOnlyList<string> OwnNames { get; } = ["hassubsequence", "hassubset"];

    /// <summary>Whether a call is one of collections, given its first operand; null where that is JSON or missing.</summary>
    public static bool IsOne(string name, Operand? first, bool isJson) =>
        OwnNames.Contains(name, StringComparer.OrdinalIgnoreCase) || (isJson || first is { IsCollection: true }) && (_names.Contains(name) || name.Equals("length", StringComparison.OrdinalIgnoreCase));

    public Operand Call(CallSyntax call)
    {
        if (call.Name.ToUpperInvariant() is "CONCAT" or "SUBSTRING")
            throw call.At.NotImplemented($"{call.Name} of collections is not implemented");
        if (call.Name.Equals("length", StringComparison.OrdinalIgnoreCase) && call.Arguments is [var only])
        {
            var (_, counted, all) = Whole(only, only);
            return Folded(PrimitiveTypes.Int64, counted.Length(all), call.At);
        }
        if (call.Arguments is not [var first, var second])
            throw call.At.Invalid(ErrorCode.TypeMismatch, $"'{call.Name}' has two collections as operands");
        var (type, domain, values) = Whole(first, second);
        var part = second is ListSyntax list ? structures.List(list, type) : Part(type, bind(second), second.At);
        return call.Name.Equals("indexof", StringComparison.OrdinalIgnoreCase)
            ? Folded(PrimitiveTypes.Int64, domain.IndexOf(values, part), call.At)
            : Folded(PrimitiveTypes.Boolean, domain.ListTest(call.Name.ToLowerInvariant(), values, part), call.At);
    }

    /// <summary>What two lists of the request have in common is computed once, not for each entity.</summary>
    static Operand Folded(ODataType type, Evaluator value, Location at) => new(type, value.IsConstant ? value.Fold() : value, at);

    /// <summary>The first operand; where it is JSON, of the type of the other if that is none.</summary>
    (ODataType Type, Domain Domain, Evaluator Values) Whole(ExpressionSyntax first, ExpressionSyntax second)
    {
        if (first is not ListSyntax list)
            return bind(first) is var whole && structures.List(whole, first.At) is var (domain, values) ? (whole.Type!, domain, values) : throw new InvalidOperationException();
        if (second is ListSyntax || bind(second) is not { IsCollection: true, Type: { } type })
            return structures.List(list);
        return Domains.Of(type) is { } known ? (type, known, structures.List(list, type)) : throw list.At.NotImplemented("Arrays of objects are not implemented");
    }

    Evaluator Part(ODataType type, Operand part, Location at) => part.IsCollection && TypeRules.AreSame(type, part.Type!)
        ? structures.List(part, at).Values
        : throw at.Invalid(ErrorCode.TypeMismatch, $"a collection of {type} and {part.TypeName} have no type in common");
}
