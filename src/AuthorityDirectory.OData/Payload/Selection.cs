using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Which properties of a structured type are written, in the type's order.</summary>
/// <param name="Properties">The properties, each with the selection within its complex value; null for the whole value.</param>
sealed record Selection(IReadOnlyList<(StructuralProperty Property, Selection? Within)> Properties)
{
    public static Selection All(StructuredType type) => new([.. type.Properties.Select(property => (property, (Selection?)null))]);
}
