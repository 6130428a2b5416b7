using System.Text;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Writes <c>"Name":value</c>, in full metadata with the type before it where JSON does not show it.</summary>
sealed class PropertyWriter(StructuralProperty property, ValueWriter value, PayloadStyle style)
{
    readonly byte[] _name = Encoding.UTF8.GetBytes($"{Annotation(property, style)}\"{property.Name}\":");

    public void Write(PayloadBuffer buffer)
    {
        buffer.Raw(_name);
        if (value.TryWrite(buffer))
            return;
        if (!property.IsNullable)
            throw new ModelException($"{property.Name} is null, but the model does not declare it optional.");
        buffer.Raw("null"u8);
    }

    static string Annotation(StructuralProperty property, PayloadStyle style) =>
        style.IsFull && TypeName(property) is { } type ? $"\"{property.Name}@{style.Prefix}type\":\"#{type}\"," : "";

    /// <summary>The type as the annotation names it; null when JSON shows it (JSON format 4.01, section 4.6.3) or the value says it itself.</summary>
    static string? TypeName(StructuralProperty property)
    {
        var type = property.Type;
        var name = type is PrimitiveType ? type.Name : type.QualifiedName;
        if (property.IsCollection)
            return $"Collection({name})";
        return type is StructuredType || type.QualifiedName is "Edm.String" or "Edm.Boolean" or "Edm.Double" ? null : name;
    }
}
