using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>Expressions as brackets, so that a case shows how they were understood.</summary>
internal static class SyntaxText
{
    public static string Of(ExpressionSyntax expression) => expression switch
    {
        LiteralSyntax { Kind: LiteralKind.Text } text => $"'{text.Text}'",
        LiteralSyntax { Kind: LiteralKind.Typed } typed => $"{typed.TypeName}'{typed.Text}'",
        LiteralSyntax literal => $"{literal.Text}:{literal.Kind}",
        NameSyntax name => Path(name.Source, name.Name),
        VariableSyntax variable => variable.Name,
        AliasSyntax alias => alias.Name,
        NamedValueSyntax named => $"{named.Name}={Of(named.Value)}",
        CallSyntax call => Path(call.Source, $"({call.Name} {string.Join(' ', call.Arguments.Select(Of))})".Replace(" )", ")", StringComparison.Ordinal)),
        LambdaSyntax lambda => Path(lambda.Source, $"({(lambda.IsAll ? "all" : "any")}{(lambda.Predicate is null ? "" : $" {lambda.Variable} {Of(lambda.Predicate)}")})"),
        CountSyntax count => Path(count.Source, count.Filter is null ? "$count" : $"($count {Of(count.Filter)})"),
        FilteredSyntax filtered => Path(filtered.Source, $"($filter {Of(filtered.Condition)})"),
        KeySyntax keyed => $"({Of(keyed.Source)} {string.Join(' ', keyed.Key.Select(Of))})",
        UnarySyntax unary => $"({Name(unary.Operator)} {Of(unary.Operand)})",
        BinarySyntax binary => $"({Name(binary.Operator)} {Of(binary.Left)} {Of(binary.Right)})",
        ListSyntax list => $"[{string.Join(' ', list.Items.Select(Of))}]",
        ObjectSyntax json => $"{{{string.Join(' ', json.Members.Select(Of))}}}",
        CaseSyntax choice => $"(case {string.Join(' ', choice.Branches.Select(branch => $"{Of(branch.Condition)}:{Of(branch.Value)}"))})",
        _ => throw new ArgumentException(expression.ToString()),
    };

    static string Path(ExpressionSyntax? source, string step) => source is null ? step : $"{Of(source)}/{step}";

    static string Name(Operator op) => op.ToString().ToLowerInvariant();
}
