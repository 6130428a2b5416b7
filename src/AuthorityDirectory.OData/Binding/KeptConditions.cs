using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Finds in a filter the conditions that compare with nothing but members of enumerations and truth values: there are few, everybody asks them, and which rows they hold for is kept with the view.</summary>
static class KeptConditions
{
    /// <summary>Longer ones are hardly asked twice.</summary>
    const int MaxKeyLength = 200;

    /// <summary>Divides what has to hold into conditions that are kept and the others.</summary>
    /// <param name="filter">The filter as written.</param>
    /// <param name="bound">The same, bound.</param>
    /// <param name="type">What it is about.</param>
    public static (IReadOnlyList<KeptCondition> Kept, Evaluator<bool>? Others) Divide(ExpressionSyntax filter, Evaluator<bool> bound, EntityType type)
    {
        var (conditions, keys) = bound is And and ? (and.Operands, Conjuncts(filter)) : ([bound], [filter]);
        var kept = new List<KeptCondition>();
        var others = new List<Evaluator<bool>>();
        for (var i = 0; i < conditions.Count; i++)
        {
            if (Key(keys[i], new Names(type, [])) is { Length: <= MaxKeyLength } key)
                kept.Add(new KeptCondition(key, conditions[i]));
            else
                others.Add(conditions[i]);
        }
        return (kept, others.Count == 0 ? null : kept.Count == 0 ? bound : others.Count == 1 ? others[0] : new And(others));
    }

    /// <summary>In the order in which the binder has them.</summary>
    static List<ExpressionSyntax> Conjuncts(ExpressionSyntax filter)
    {
        var conjuncts = new List<ExpressionSyntax>();
        for (; filter is BinarySyntax { Operator: Operator.And } and; filter = and.Left)
            conjuncts.Add(and.Right);
        conjuncts.Add(filter);
        conjuncts.Reverse();
        return conjuncts;
    }

    /// <summary>What tells the condition from every other; null when it is not of the kind that is kept.</summary>
    static string? Key(ExpressionSyntax condition, Names names) => condition switch
    {
        BinarySyntax { Operator: Operator.Eq or Operator.Ne, Right: LiteralSyntax literal } equality
            when names.Path(equality.Left) is { IsCollection: false } path && IsOneOfFew(literal, path.Type) => $"{path.Text} {equality.Operator} {literal.Kind} {literal.Text}",
        BinarySyntax { Operator: Operator.And or Operator.Or } logic
            when Key(logic.Left, names) is { } left && Key(logic.Right, names) is { } right => $"({left} {logic.Operator} {right})",
        LambdaSyntax { Source: { } source, Predicate: { } predicate } lambda
            when names.Path(source) is { IsCollection: true } path && Key(predicate, names.With(lambda.Variable!, path.Type)) is { } key => $"{path.Text}/{(lambda.IsAll ? "all" : "any")}({lambda.Variable}:{key})",
        _ => null,
    };

    static bool IsOneOfFew(LiteralSyntax literal, ODataType type) => literal.Kind switch
    {
        LiteralKind.Null => true,
        LiteralKind.Boolean => type is PrimitiveType,
        _ => type is EnumType members && members.Members.Any(member => member.Name == literal.Text),
    };

    /// <summary>What names mean, as far as a condition that is kept can use them.</summary>
    sealed record Names(StructuredType It, IReadOnlyList<(string Name, ODataType Type)> Variables)
    {
        public Names With(string variable, ODataType type) => this with { Variables = [.. Variables, (variable, type)] };

        public (string Text, ODataType Type, bool IsCollection)? Path(ExpressionSyntax path) => path switch
        {
            NameSyntax { Source: null } name when Variables.FirstOrDefault(variable => variable.Name == name.Name).Type is { } type => (name.Name, type, false),
            NameSyntax { Source: null } name => Member("", It, name.Name),
            NameSyntax { Source: { } source } name when Path(source) is { IsCollection: false, Type: StructuredType type } owner => Member(owner.Text, type, name.Name),
            _ => null,
        };

        static (string Text, ODataType Type, bool IsCollection)? Member(string owner, StructuredType type, string name) =>
            type.Find(name) is { } property ? ($"{owner}/{name}", property.Type, property.IsCollection) : null;
    }
}
