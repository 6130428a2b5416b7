namespace AuthorityDirectory.OData.Binding;

/// <summary>What names mean at a place in an expression.</summary>
/// <param name="It">The entity or value that the expression is about: <c>$it</c>, and the owner of names that stand alone.</param>
/// <param name="Variables">The range variables of the lambdas around, innermost first.</param>
sealed record Scope(Operand It, IReadOnlyList<(string Name, Operand Element)> Variables)
{
    public static Scope Of(Operand it) => new(it, []);

    public Operand? Find(string name) => Variables.FirstOrDefault(variable => variable.Name == name).Element;

    public Scope With(string name, Operand element) => this with { Variables = [(name, element), .. Variables] };
}
