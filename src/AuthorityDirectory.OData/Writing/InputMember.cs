using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Writing;

/// <summary>Something that a client may give in a body: a property of an entity or complex value, or a parameter of an action.</summary>
public abstract class InputMember
{
    private protected InputMember(string name, bool isRequired, bool isCollection) => (Name, IsRequired, IsCollection) = (name, isRequired, isCollection);

    /// <summary>The name in the body.</summary>
    public string Name { get; }

    /// <summary>Whether it has to be given; of a collection, whether it has to hold something.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether there may be several values.</summary>
    public bool IsCollection { get; }

    /// <summary>What <c>$metadata</c> says of it, if anything.</summary>
    public string? Description { get; private protected set; }

    /// <summary>The most characters that a text may have; null for any number.</summary>
    public int? MaxLength { get; private protected set; }

    /// <summary>The type of the value, or of each value of a collection.</summary>
    public abstract ODataType Type { get; }

    /// <summary>What of a complex value may be given; null of a primitive value and of a member of an enumeration.</summary>
    public abstract InputShape? Shape { get; }

    internal abstract void Resolve(TypeCatalogue types);

    /// <summary>Takes the description and the length from the property that the member is.</summary>
    internal void TakeFrom(ODataProperty property) => (Description, MaxLength) = (Description ?? property.Description, MaxLength ?? property.MaxLength);

    /// <summary>The value in JSON that is not null; null after a fault has been noted.</summary>
    internal abstract object? Read(System.Text.Json.JsonElement json, InputPlace at, InputReading reading);
}

/// <summary>Something that a client may give, as the host's code receives it.</summary>
/// <typeparam name="T">The type of its value; of a collection, a list.</typeparam>
public sealed class InputMember<T> : InputMember
    where T : notnull
{
    readonly InputForm<T> _form;

    internal InputMember(string name, bool isRequired, bool isCollection, string? description, InputForm<T> form) : base(name, isRequired, isCollection)
    {
        Description = description;
        _form = form;
    }

    /// <inheritdoc/>
    public override ODataType Type => _form.Type;

    /// <inheritdoc/>
    public override InputShape? Shape => _form.Shape;

    /// <summary>Refuses texts that are longer, in characters.</summary>
    public InputMember<T> AtMost(int characters)
    {
        MaxLength = characters;
        return this;
    }

    internal override void Resolve(TypeCatalogue types) => _form.Resolve(types, Name);

    internal override object? Read(System.Text.Json.JsonElement json, InputPlace at, InputReading reading) => _form.TryRead(json, at, reading, this, out var value) ? value : null;
}
