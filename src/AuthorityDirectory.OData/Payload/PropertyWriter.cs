using System.Globalization;
using System.Text;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Writes <c>"Name":value</c>, in full metadata with the type before it where JSON does not show it.</summary>
/// <param name="property">The property.</param>
/// <param name="value">Writes its value.</param>
/// <param name="style">The form.</param>
/// <param name="count">How many values there are, where the request asks for that too.</param>
sealed class PropertyWriter(StructuralProperty property, ValueWriter value, PayloadStyle style, Evaluator<long>? count = null)
{
    readonly byte[] _name = Encoding.UTF8.GetBytes($"{Annotation(property, style)}\"{property.Name}\":");

    public void Write(PayloadBuffer buffer)
    {
        if (count is not null && count.TryGet(out var known))
            buffer.Plain($"\"{property.Name}@{style.Prefix}count\":{Written(known)},");
        buffer.Raw(_name);
        if (value.TryWrite(buffer))
            return;
        if (!property.IsNullable)
            throw new ModelException($"{property.Name} is null, but the model does not declare it optional.");
        buffer.Raw("null"u8);
    }

    string Written(long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return style.IsIeee754Compatible ? $"\"{text}\"" : text;
    }

    static string Annotation(StructuralProperty property, PayloadStyle style) =>
        style.IsFull && TypeName(property.Type, property.IsCollection) is { } type ? $"\"{property.Name}@{style.Prefix}type\":\"#{type}\"," : "";

    /// <summary>The type as the annotation names it; null when JSON shows it (JSON format 4.01, section 4.6.3) or the value says it itself.</summary>
    public static string? TypeName(ODataType type, bool isCollection)
    {
        var name = type is PrimitiveType ? type.Name : type.QualifiedName;
        if (isCollection)
            return $"Collection({name})";
        return type is StructuredType || type.QualifiedName is "Edm.String" or "Edm.Boolean" or "Edm.Double" ? null : name;
    }
}
