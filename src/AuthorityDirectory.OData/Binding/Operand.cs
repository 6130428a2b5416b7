using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>A bound expression: a value of a known type.</summary>
/// <param name="Type">The type of the value, or of each element of a collection; null of the literal <c>null</c>.</param>
/// <param name="Evaluator">Computes it; of a collection, the list as its getter returns it.</param>
/// <param name="At">Where it is written.</param>
sealed record Operand(ODataType? Type, Evaluator Evaluator, Location At)
{
    public bool IsCollection { get; init; }

    /// <summary>The literal it is, which may take the type of what it meets.</summary>
    public LiteralSyntax? Literal { get; init; }

    /// <summary>The path from the entity that is queried, when it is nothing but structural properties; empty for the entity itself.</summary>
    public string? PlainPath { get; init; }

    public bool IsNull => Type is null;

    /// <summary>How errors call it.</summary>
    public string TypeName => Type is null ? "null" : IsCollection ? $"a collection of {Type}" : Type.ToString();
}
