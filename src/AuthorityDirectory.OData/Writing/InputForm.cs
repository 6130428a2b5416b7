using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Writing;

/// <summary>How the value of a member is read from JSON.</summary>
abstract class InputForm<T>
{
    public abstract ODataType Type { get; }

    public virtual InputShape? Shape => null;

    public abstract void Resolve(TypeCatalogue types, string usedBy);

    /// <summary>Reads a value; false after a fault has been noted.</summary>
    public abstract bool TryRead(JsonElement json, InputPlace at, InputReading reading, InputMember member, [MaybeNullWhen(false)] out T value);
}

/// <summary>A primitive value or a member of an enumeration.</summary>
sealed class ScalarForm<T> : InputForm<T>
    where T : notnull
{
    ODataType? _type;

    public override ODataType Type => _type!;

    public override void Resolve(TypeCatalogue types, string usedBy)
    {
        _type = types.Of(typeof(T), usedBy);
        if (_type is StructuredType)
            throw new ModelException($"{usedBy} is of {_type}, and what of it may be given is not said: declare an input for it.");
    }

    public override bool TryRead(JsonElement json, InputPlace at, InputReading reading, InputMember member, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (reading.Scalar(json, Type, at) is not { } text)
            return false;
        if (member.MaxLength is { } most && text.Length > most)
            return reading.Fault(at, ScalarText.TooLong(text, most));
        if (ScalarText.Parse<T>(Type, text) is not { } parsed)
            return reading.Fault(at, ScalarText.NotAValue(Type, text));
        value = (T)parsed;
        return true;
    }
}

/// <summary>A complex value.</summary>
sealed class ShapeForm<T>(InputShape<T> shape) : InputForm<T>
    where T : notnull
{
    public override ODataType Type => shape.Type!;

    public override InputShape Shape => shape;

    public override void Resolve(TypeCatalogue types, string usedBy) => shape.Resolve(types);

    public override bool TryRead(JsonElement json, InputPlace at, InputReading reading, InputMember member, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (reading.Structure(json, shape, at) is not { } values)
            return false;
        value = shape.Make(values);
        return true;
    }
}

/// <summary>Several values.</summary>
sealed class ListForm<T>(InputForm<T> element) : InputForm<IReadOnlyList<T>>
    where T : notnull
{
    public override ODataType Type => element.Type;

    public override InputShape? Shape => element.Shape;

    public override void Resolve(TypeCatalogue types, string usedBy) => element.Resolve(types, usedBy);

    public override bool TryRead(JsonElement json, InputPlace at, InputReading reading, InputMember member, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        var items = new List<T>();
        value = items;
        if (json.ValueKind != JsonValueKind.Array)
            return reading.Mismatch(at, $"a collection of {Type}", json);
        if (member.IsRequired && json.GetArrayLength() == 0)
            return reading.Missing(at, "has to hold at least one value");
        var isWhole = true;
        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            if (reading.IsFull)
                return false;
            if (item.ValueKind == JsonValueKind.Null)
                isWhole = reading.Mismatch(at.Item(index), Type.QualifiedName, item);
            else if (element.TryRead(item, at.Item(index), reading, member, out var read))
                items.Add(read);
            else
                isWhole = false;
        }
        return isWhole;
    }
}
