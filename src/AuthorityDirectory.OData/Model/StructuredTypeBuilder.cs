namespace AuthorityDirectory.OData.Model;

/// <summary>Declares the properties of a complex or entity type, in the order in which they are written.</summary>
/// <typeparam name="TView">What a request reads: an immutable view of all data.</typeparam>
/// <typeparam name="T">The class whose instances are the values of the type; immutable once in a view.</typeparam>
/// <remarks>
/// A value is a string, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="double"/>, <see cref="DateOnly"/>,
/// <see cref="DateTimeOffset"/> (offset zero), <see cref="Uri"/> (written as text), or of a type declared with
/// <see cref="ODataModelBuilder{TView}.Enum{TValue}(string, string?)"/> or <see cref="ODataModelBuilder{TView}.Complex{T}"/>, before or after its use.
/// Getters are called on many threads and must neither block nor throw.
/// </remarks>
public class StructuredTypeBuilder<TView, T>
    where TView : class
    where T : class
{
    readonly List<Func<TypeCatalogue, StructuralProperty>> _properties = [];

    internal StructuredTypeBuilder() { }

    /// <summary>A single value that the instance holds; not null unless <see cref="PropertyBuilder.Optional"/> says so.</summary>
    public PropertyBuilder Property<TValue>(string name, Func<T, TValue?> get) =>
        Add(name, (types, says) => new ValueProperty<T, TValue>(Head<TValue>(types, name, says), new OwnGetter<T, TValue?>(get)));

    /// <summary>A single value that is null when it is not known.</summary>
    public PropertyBuilder Property<TValue>(string name, Func<T, TValue?> get) where TValue : struct =>
        Add(name, (types, says) => new NullableProperty<T, TValue>(Head<TValue>(types, name, says), new OwnGetter<T, TValue?>(get)), isNullable: true);

    /// <summary>A single value that depends on the rest of the view, such as a count or the first of several.</summary>
    public PropertyBuilder Property<TValue>(string name, Func<TView, T, TValue?> get) =>
        Add(name, (types, says) => new ValueProperty<T, TValue>(Head<TValue>(types, name, says), new ViewGetter<TView, T, TValue?>(get)));

    /// <summary>A single value that depends on the rest of the view and is null when it is not known.</summary>
    public PropertyBuilder Property<TValue>(string name, Func<TView, T, TValue?> get) where TValue : struct =>
        Add(name, (types, says) => new NullableProperty<T, TValue>(Head<TValue>(types, name, says), new ViewGetter<TView, T, TValue?>(get)), isNullable: true);

    /// <summary>Several values in a meaningful order; never null, none of them null.</summary>
    public PropertyBuilder Collection<TValue>(string name, Func<T, IReadOnlyList<TValue>> get) where TValue : notnull =>
        Add(name, (types, says) => new CollectionProperty<T, TValue>(Head<TValue>(types, name, says), new OwnGetter<T, IReadOnlyList<TValue>>(get)));

    /// <summary>Several values that depend on the rest of the view; never null, none of them null.</summary>
    public PropertyBuilder Collection<TValue>(string name, Func<TView, T, IReadOnlyList<TValue>> get) where TValue : notnull =>
        Add(name, (types, says) => new CollectionProperty<T, TValue>(Head<TValue>(types, name, says), new ViewGetter<TView, T, IReadOnlyList<TValue>>(get)));

    internal IReadOnlyList<StructuralProperty> Properties(TypeCatalogue types) => [.. _properties.Select(make => make(types))];

    private protected PropertyBuilder Add(string name, Func<TypeCatalogue, PropertyBuilder, StructuralProperty> make, bool isNullable = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var says = new PropertyBuilder(isNullable);
        _properties.Add(types => make(types, says));
        return says;
    }

    private protected static PropertyHead Head<TValue>(TypeCatalogue types, string name, PropertyBuilder says) =>
        new(name, types.Of(typeof(TValue), name), says.IsNullable, says.Length, says.Rules, says.Description);
}
