using System.Collections.Frozen;

namespace AuthorityDirectory.OData.Binding;

/// <summary>What names mean at a place in an expression.</summary>
/// <param name="This">The entity or value that the expression is about: <c>$this</c>, and the owner of names that stand alone.</param>
/// <param name="It">The entity or value of the resource that the request asks for: <c>$it</c>, the same unless the expression stands in brackets.</param>
/// <param name="Variables">The range variables of the lambdas around, innermost first.</param>
sealed record Scope(Operand This, Operand It, IReadOnlyList<(string Name, Operand Element)> Variables)
{
    /// <summary>Whether <c>$this</c> has a meaning: of elements of a collection within the resource.</summary>
    public bool HasThis { get; private init; }

    /// <summary>What <c>$compute</c> defined, by name.</summary>
    public IReadOnlyDictionary<string, ComputedProperty> Computed { get; init; } = FrozenDictionary<string, ComputedProperty>.Empty;

    public static Scope Of(Operand it) => new(it, it, []);

    /// <summary>The scope of a filter or order of values, for which <c>$this</c> means the value itself.</summary>
    public static Scope OfValue(Operand value) => Of(value) with { HasThis = true };

    public Operand? Find(string name) => Variables.FirstOrDefault(variable => variable.Name == name).Element;

    public Scope With(string name, Operand element) => this with { Variables = [(name, element), .. Variables] };

    /// <summary>The scope of options in brackets, about the elements of something within this.</summary>
    public Scope Within(Operand element) => new(element, It with { PlainPath = null }, Variables) { HasThis = true };
}
