using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Writing;

/// <summary>Declares what may be given in one JSON object.</summary>
/// <remarks>
/// A value is primitive, of a declared enumeration, or of a shape that <see cref="ODataModelBuilder{TView}.Input{T}"/> made. In the shape of an entity or complex type
/// each name is a property of that type with the same type; descriptions and lengths are taken from there.
/// </remarks>
public abstract class InputBuilder
{
    readonly List<InputMember> _members = [];

    private protected InputBuilder() { }

    internal IReadOnlyList<InputMember> Members => _members;

    /// <summary>A single value that has to be given, and not as null.</summary>
    public InputMember<T> Required<T>(string name, string? description = null) where T : notnull => Add(name, true, false, description, new ScalarForm<T>());

    /// <summary>A complex value that has to be given, and not as null.</summary>
    public InputMember<T> Required<T>(string name, InputShape<T> shape, string? description = null) where T : notnull => Add(name, true, false, description, new ShapeForm<T>(shape));

    /// <summary>A single value that may be missing or null, which is the same.</summary>
    public InputMember<T> Optional<T>(string name, string? description = null) where T : notnull => Add(name, false, false, description, new ScalarForm<T>());

    /// <summary>A complex value that may be missing or null, which is the same.</summary>
    public InputMember<T> Optional<T>(string name, InputShape<T> shape, string? description = null) where T : notnull => Add(name, false, false, description, new ShapeForm<T>(shape));

    /// <summary>Values of which there has to be at least one.</summary>
    public InputMember<IReadOnlyList<T>> RequiredList<T>(string name, string? description = null) where T : notnull =>
        Add(name, true, true, description, new ListForm<T>(new ScalarForm<T>()));

    /// <summary>Complex values of which there has to be at least one.</summary>
    public InputMember<IReadOnlyList<T>> RequiredList<T>(string name, InputShape<T> shape, string? description = null) where T : notnull =>
        Add(name, true, true, description, new ListForm<T>(new ShapeForm<T>(shape)));

    /// <summary>Values that may be missing or none.</summary>
    public InputMember<IReadOnlyList<T>> OptionalList<T>(string name, string? description = null) where T : notnull =>
        Add(name, false, true, description, new ListForm<T>(new ScalarForm<T>()));

    /// <summary>Complex values that may be missing or none.</summary>
    public InputMember<IReadOnlyList<T>> OptionalList<T>(string name, InputShape<T> shape, string? description = null) where T : notnull =>
        Add(name, false, true, description, new ListForm<T>(new ShapeForm<T>(shape)));

    InputMember<T> Add<T>(string name, bool isRequired, bool isCollection, string? description, InputForm<T> form) where T : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var member = new InputMember<T>(name, isRequired, isCollection, description, form);
        _members.Add(member);
        return member;
    }
}

/// <summary>Declares what of a complex value may be given, and what is made of it.</summary>
/// <typeparam name="T">What is made of it.</typeparam>
public sealed class InputShapeBuilder<T> : InputBuilder
    where T : notnull
{
    Func<InputValues, T>? _make;

    internal InputShapeBuilder() { }

    /// <summary>What is made of the values once all of them are right; it must neither block nor throw.</summary>
    public void Makes(Func<InputValues, T> make) => _make = make;

    internal InputShape<T> Build(string typeName) =>
        new(typeName, Members, _make ?? throw new ModelException($"The input of {typeName} makes nothing."));
}
