using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Which properties of a structured type are written, in the type's order.</summary>
sealed record Selection(IReadOnlyList<SelectedProperty> Properties)
{
    public static Selection All(StructuredType type) => new([.. type.Properties.Select(property => new SelectedProperty(property, null, null))]);
}

/// <summary>A property that is written.</summary>
/// <param name="Property">The property.</param>
/// <param name="Within">What of its complex value is written; null for the whole value.</param>
/// <param name="Arrangement">Which of its values are written; null for all of them.</param>
sealed record SelectedProperty(StructuralProperty Property, Selection? Within, Arrangement? Arrangement)
{
    /// <summary>Whether it is written just as it is stored.</summary>
    public bool IsWhole => Within is null && Arrangement is null;

    public PropertyWriter Writer(Evaluator owner, object view, PayloadStyle style)
    {
        var value = Property.Bind(view, owner);
        var count = Arrangement is { HasCount: true } counted ? Property.Type.Elements.Count(value, counted.Variable, counted.Filter, counted.Meter) : null;
        var wanted = Arrangement is null ? value : Property.Type.Elements.Arranged(value, Arrangement);
        return new PropertyWriter(Property, Property.IsCollection ? Property.Type.CollectionWriter(wanted, view, style, Within) : Property.Type.Writer(wanted, view, style, Within), style, count);
    }
}
