using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Model;

/// <summary>Declares an entity type: its key, its properties and the entities it leads to.</summary>
/// <typeparam name="TView">What a request reads: an immutable view of all data.</typeparam>
/// <typeparam name="T">The class whose instances are the entities.</typeparam>
public sealed class EntityTypeBuilder<TView, T> : StructuredTypeBuilder<TView, T>
    where TView : class
    where T : class
{
    readonly List<Func<TypeCatalogue, NavigationProperty>> _navigation = [];
    readonly List<Func<EntityType, TypeCatalogue, ODataAction>> _actions = [];

    internal EntityTypeBuilder() { }

    internal EntityKey<T>? DeclaredKey { get; private set; }

    /// <summary>The key: a text, compared by code unit. Every type of an entity set has one; the type of a singleton may do without.</summary>
    public PropertyBuilder Key(string name, Func<T, string> get) => Key(name, get, new StringKey<T>(name, get));

    /// <summary>The key: a whole number.</summary>
    public PropertyBuilder Key(string name, Func<T, long> get) => Key(name, get, new NumberKey<T>(name, get));

    /// <summary>The one entity that this one leads to; not null unless <see cref="PropertyBuilder.Optional"/> says so.</summary>
    /// <remarks>It must be one of the entities of the first set declared for its type.</remarks>
    public PropertyBuilder Navigation<TTarget>(string name, Func<TView, T, TTarget?> get) where TTarget : class =>
        Add(name, (types, says) => new SingleNavigation<TView, T, TTarget>(Head<TTarget>(types, name, says), get));

    /// <summary>The entities that this one leads to; never null.</summary>
    /// <remarks>They must be among the entities of the first set declared for their type; they are answered in key order unless the request orders them.</remarks>
    public PropertyBuilder NavigationMany<TTarget>(string name, Func<TView, T, IReadOnlyList<TTarget>> get) where TTarget : class =>
        Add(name, (types, says) => new CollectionNavigation<TView, T, TTarget>(Head<TTarget>(types, name, says), get));

    /// <summary>Declares an action on one entity, invoked by POST to its URL and the action's name.</summary>
    /// <param name="name">The name in the URL, such as <c>Submit</c>; of no property and no type.</param>
    /// <param name="declare">Declares its parameters and who carries it out.</param>
    /// <param name="description">What <c>$metadata</c> says of it.</param>
    public void Action(string name, Action<ActionBuilder<TView, T>> declare, string? description = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var builder = new ActionBuilder<TView, T>();
        declare(builder);
        _actions.Add((type, types) => builder.Build(name, type, types, description));
    }

    internal IReadOnlyList<ODataAction> Actions(EntityType type, TypeCatalogue types) => [.. _actions.Select(make => make(type, types))];

    internal IReadOnlyList<NavigationProperty> Navigation(TypeCatalogue types) => [.. _navigation.Select(make => make(types))];

    PropertyBuilder Key<TKey>(string name, Func<T, TKey> get, EntityKey<T> key) where TKey : notnull
    {
        if (DeclaredKey is not null)
            throw new ModelException($"The type of {typeof(T).Name} already has the key {DeclaredKey.Name}; {name} cannot be a second one.");
        DeclaredKey = key;
        return Property(name, get!);
    }

    PropertyBuilder Add(string name, Func<TypeCatalogue, PropertyBuilder, NavigationProperty> make)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var says = new PropertyBuilder(isNullable: false);
        _navigation.Add(types => make(types, says));
        return says;
    }
}
