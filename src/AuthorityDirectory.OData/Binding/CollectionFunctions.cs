using System.Collections.Frozen;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>The functions of collections (URL conventions 4.01, sections 5.1.1.5 and 5.1.1.6): of two collections, the second of which may be a JSON array, and <c>length</c> of one.</summary>
sealed class CollectionFunctions(StructureComparer structures, Func<ExpressionSyntax, Operand> bind)
{
    static readonly FrozenSet<string> _names =
        new[] { "concat", "contains", "endswith", "hassubsequence", "hassubset", "indexof", "startswith", "substring" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that no function of single values has.</summary>
    public static IReadOnlyList<string> OwnNames { get; } = ["hassubsequence", "hassubset"];

    /// <summary>Whether a call is one of collections, given its first operand where that is no JSON.</summary>
    public static bool IsOne(string name, Operand? first) =>
        OwnNames.Contains(name, StringComparer.OrdinalIgnoreCase) || first is { IsCollection: true } && (_names.Contains(name) || name.Equals("length", StringComparison.OrdinalIgnoreCase));

    public Operand Call(CallSyntax call)
    {
        if (call.Name.ToUpperInvariant() is "CONCAT" or "SUBSTRING")
            throw call.At.NotImplemented($"{call.Name} of collections is not implemented");
        if (call.Name.Equals("length", StringComparison.OrdinalIgnoreCase) && call.Arguments is [var only])
            return new Operand(PrimitiveTypes.Int64, structures.List(bind(only), only.At) is var (counted, all) ? counted.Length(all) : throw new InvalidOperationException(), call.At);
        if (call.Arguments is not [var first, var second])
            throw call.At.Invalid(ErrorCode.TypeMismatch, $"'{call.Name}' has two collections as operands");
        if (first is ListSyntax)
            throw first.At.NotImplemented("A JSON array as the first of two collections is not implemented");
        var whole = bind(first);
        var (domain, values) = structures.List(whole, first.At);
        var part = second is ListSyntax list ? structures.List(list, whole.Type!) : Part(whole, bind(second), second.At);
        return call.Name.Equals("indexof", StringComparison.OrdinalIgnoreCase)
            ? new Operand(PrimitiveTypes.Int64, domain.IndexOf(values, part), call.At)
            : new Operand(PrimitiveTypes.Boolean, domain.ListTest(call.Name.ToLowerInvariant(), values, part), call.At);
    }

    Evaluator Part(Operand whole, Operand part, Location at) => part.IsCollection && TypeRules.AreSame(whole.Type!, part.Type!)
        ? structures.List(part, at).Values
        : throw at.Invalid(ErrorCode.TypeMismatch, $"{whole.TypeName} and {part.TypeName} have no type in common");
}
