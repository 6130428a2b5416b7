using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Writes the value of an evaluator as JSON.</summary>
abstract class ValueWriter
{
    /// <summary>Writes the value; false, with nothing written, when it is null.</summary>
    public abstract bool TryWrite(PayloadBuffer buffer);
}

sealed class PrimitiveWriter<T>(Evaluator<T> value, PrimitiveType<T> type, PayloadStyle style) : ValueWriter
{
    public override bool TryWrite(PayloadBuffer buffer)
    {
        if (!value.TryGet(out var known))
            return false;
        type.Write(buffer, known, style);
        return true;
    }
}

sealed class EnumWriter<T>(Evaluator<T> value, EnumType<T> type) : ValueWriter
    where T : notnull
{
    public override bool TryWrite(PayloadBuffer buffer)
    {
        if (!value.TryGet(out var known))
            return false;
        buffer.Text(type.Members[type.Ordinal(known)].Name);
        return true;
    }
}

/// <summary>Writes a member of an enumeration that an expression computed.</summary>
sealed class MemberWriter(Evaluator<int> ordinal, EnumType type) : ValueWriter
{
    public override bool TryWrite(PayloadBuffer buffer)
    {
        if (!ordinal.TryGet(out var known))
            return false;
        buffer.Text(type.Members[known].Name);
        return true;
    }
}

/// <summary>Writes a complex value or the structural part of an entity.</summary>
sealed class StructureWriter<T>(Evaluator<T> value, Variable<T> self, IReadOnlyList<PropertyWriter> properties, string? typeAnnotation) : ValueWriter
    where T : class
{
    public override bool TryWrite(PayloadBuffer buffer)
    {
        if (!value.TryGet(out var known))
            return false;
        self.Value = known;
        buffer.Raw("{"u8);
        if (typeAnnotation is not null)
            buffer.Plain(typeAnnotation);
        for (var i = 0; i < properties.Count; i++)
        {
            if (i > 0 || typeAnnotation is not null)
                buffer.Raw(","u8);
            properties[i].Write(buffer);
        }
        buffer.Raw("}"u8);
        return true;
    }
}

sealed class CollectionWriter<T>(Evaluator<IReadOnlyList<T>> source, Variable<T> variable, ValueWriter element) : ValueWriter
{
    public override bool TryWrite(PayloadBuffer buffer)
    {
        if (!source.TryGet(out var items))
            return false;
        buffer.Raw("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                buffer.Raw(","u8);
            variable.Value = items[i];
            if (!element.TryWrite(buffer))
                throw new ModelException($"A collection of {typeof(T).Name} holds null.");
        }
        buffer.Raw("]"u8);
        return true;
    }
}
