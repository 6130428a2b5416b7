using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>A property that <c>$compute</c> defines.</summary>
/// <param name="Operand">Its value.</param>
/// <param name="Nodes">Nodes of its expression, with those of the computed properties it names.</param>
sealed record ComputedProperty(Operand Operand, int Nodes);

/// <summary>Binds what <c>$compute</c> defines, each with the ones before it (URL conventions 4.01, section 5.1.9).</summary>
sealed class ComputeBinder(ExpressionBinder expressions, StructuredType type)
{
    public IReadOnlyDictionary<string, ComputedProperty> Bind(IReadOnlyList<ComputeSyntax> properties, Scope scope)
    {
        var computed = new Dictionary<string, ComputedProperty>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            if (type.Find(property.Name) is not null || computed.ContainsKey(property.Name))
                throw property.At.Invalid(ErrorCode.DuplicateOption, $"{type} already has a property '{property.Name}'");
            var before = expressions.Nodes;
            var operand = expressions.Bind(property.Expression, scope with { Computed = computed });
            if (operand.Type is EntityType)
                throw operand.At.Invalid(ErrorCode.TypeMismatch, $"{operand.TypeName} cannot be computed; use $expand");
            computed[property.Name] = new ComputedProperty(operand with { PlainPath = null, Literal = null }, 1 + expressions.Nodes - before);
        }
        return computed;
    }
}
