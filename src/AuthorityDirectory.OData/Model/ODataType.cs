using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Payload;

namespace AuthorityDirectory.OData.Model;

/// <summary>A type of the model: what a value is, for <c>$metadata</c>, queries and payloads.</summary>
public abstract class ODataType
{
    private protected ODataType(string qualifiedName, string name, string? description)
    {
        QualifiedName = qualifiedName;
        Name = name;
        Description = description;
    }

    /// <summary>The name with its namespace, such as <c>Coast.Lighthouse</c> or <c>Edm.String</c>.</summary>
    public string QualifiedName { get; }

    /// <summary>The name without namespace.</summary>
    public string Name { get; }

    /// <summary>What <c>$metadata</c> says of the type, if anything.</summary>
    public string? Description { get; }

    internal abstract ElementFactory Elements { get; }

    /// <inheritdoc/>
    public override string ToString() => QualifiedName;

    /// <summary>The value that getters return, as expressions compute with it: see <see cref="Evaluator{T}"/>.</summary>
    internal virtual Evaluator Computable(Evaluator value) => value;

    /// <summary>Writes the values that getters return.</summary>
    internal abstract ValueWriter Writer(Evaluator value, object view, PayloadStyle style, Selection? selection);

    internal ValueWriter CollectionWriter(Evaluator source, object view, PayloadStyle style, Selection? selection)
    {
        var variable = Elements.Variable();
        return Elements.CollectionWriter(source, variable, Writer(variable, view, style, selection));
    }
}
