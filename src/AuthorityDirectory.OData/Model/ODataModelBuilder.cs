using AuthorityDirectory.OData.Writing;
using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.OData.Model;

/// <summary>The one table from which everything follows: <c>$metadata</c>, what a query may name, how it is evaluated and what is written.</summary>
/// <typeparam name="TView">What a request reads: an immutable view of all data, captured once per request.</typeparam>
/// <example>
/// <code>
/// var model = new ODataModelBuilder&lt;Coast&gt;("Coast");
/// model.Enum&lt;Light&gt;("Light", "What the lamp shows.");
/// model.Complex&lt;Position&gt;("Position", t => { t.Property("Latitude", p => p.Latitude); t.Property("Longitude", p => p.Longitude); });
/// model.Entity&lt;Lighthouse&gt;("Lighthouse", t =>
/// {
///     t.Key("Id", l => l.Id);
///     t.Property("Name", l => l.Name).Describe("As painted on the tower.");
///     t.Property("LitOn", l => l.LitOn);                              // DateOnly?, so nullable
///     t.Property("Keeper", l => l.Keeper).Optional();                 // string?
///     t.Property("Position", l => l.Position);
///     t.Collection("Lights", l => l.Lights);
///     t.Navigation("Harbour", (coast, l) => coast.Harbour(l.HarbourId)).Optional();
/// });
/// model.Set("Lighthouses", coast => coast.Lighthouses);
/// </code>
/// </example>
public sealed class ODataModelBuilder<TView>
    where TView : class
{
    readonly TypeCatalogue _types;
    readonly List<Action> _resolve = [];
    readonly List<Action> _resolveActions = [];
    readonly List<Func<EntitySource>> _sources = [];
    readonly List<Func<ODataFunction>> _functions = [];

    /// <summary>Starts a model whose types live in a namespace: dot-separated identifiers, such as <c>Coast</c>.</summary>
    public ODataModelBuilder(string @namespace)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        _types = new TypeCatalogue(@namespace);
    }

    /// <summary>Declares an enumeration with the names and the order of a C# enum.</summary>
    public void Enum<TValue>(string name, string? description = null) where TValue : struct, Enum =>
        Enum(name, System.Enum.GetValues<TValue>().Select(value => new EnumMember<TValue>(value, value.ToString())), description);

    /// <summary>Declares an enumeration whose values are any objects with equality; their order is the order of comparison.</summary>
    public void Enum<TValue>(string name, IEnumerable<EnumMember<TValue>> members, string? description = null) where TValue : notnull =>
        _types.Add(typeof(TValue), new EnumType<TValue>(_types.Qualify(name), name, description, [.. members]));

    /// <summary>Declares a complex type: a structured value without identity.</summary>
    public void Complex<T>(string name, Action<StructuredTypeBuilder<TView, T>> declare, string? description = null) where T : class
    {
        var builder = new StructuredTypeBuilder<TView, T>();
        declare(builder);
        var type = new ComplexType<T>(_types.Qualify(name), name, description);
        _types.Add(typeof(T), type);
        _resolve.Add(() => type.Declare(builder.Properties(_types), []));
    }

    /// <summary>Declares an entity type: a structured value with a key.</summary>
    public void Entity<T>(string name, Action<EntityTypeBuilder<TView, T>> declare, string? description = null) where T : class
    {
        var builder = new EntityTypeBuilder<TView, T>();
        declare(builder);
        var type = new EntityType<T>(_types.Qualify(name), name, description, builder.DeclaredKey);
        _types.Add(typeof(T), type);
        _resolve.Add(() => type.Declare(builder.Properties(_types), builder.Navigation(_types)));
        _resolveActions.Add(() => type.Declare(builder.Actions(type, _types)));
    }

    /// <summary>Declares an entity set. The first set of a type is its base set: the home of its entities' ids and the target of navigation. Every further set of the type holds some of the same instances.</summary>
    /// <param name="name">The name in the URL, such as <c>Lighthouses</c>.</param>
    /// <param name="entities">The entities of a view, in any order, without two of the same key.</param>
    public EntitySetBuilder<TView, T> Set<T>(string name, Func<TView, IReadOnlyList<T>> entities) where T : class
    {
        var says = new EntitySetBuilder<TView, T>();
        _sources.Add(() => new EntitySet<TView, T>(name, says.Description, _types.Entity<T>(name), entities, says.SearchFunction, Insert(name, says)));
        return says;
    }

    /// <summary>Declares an entity set of the request: what it holds is found for each request that names it, by its caller, before anything else is evaluated, and kept nowhere.</summary>
    /// <param name="name">The name in the URL.</param>
    /// <param name="entities">The entities that a caller sees, some thousands at most, in any order, without two of the same key; <see cref="RefusedException"/> when it cannot be said.</param>
    /// <remarks>Its type is held in no other set, and neither navigation nor functions lead to it; it may lead to sets of the view.</remarks>
    public EntitySetBuilder<TView, T> SetOfRequest<T>(string name, Func<TView, HttpContext, ValueTask<IReadOnlyList<T>>> entities) where T : class
    {
        var says = new EntitySetBuilder<TView, T>();
        _sources.Add(() => says.SearchFunction is null
            ? new RequestSet<TView, T>(name, says.Description, _types.Entity<T>(name), entities, Insert(name, says))
            : throw new ModelException($"{name} is of the request and cannot be searched."));
        return says;
    }

    /// <summary>Declares what of a complex value clients may give, where an insert or an action takes such values.</summary>
    /// <typeparam name="T">What is made of it: any class, record or value.</typeparam>
    /// <param name="typeName">The name of a complex type that the model declares, before or after.</param>
    /// <param name="declare">Declares which properties may be given, and what is made of them.</param>
    public InputShape<T> Input<T>(string typeName, Action<InputShapeBuilder<T>> declare) where T : notnull
    {
        var builder = new InputShapeBuilder<T>();
        declare(builder);
        return builder.Build(typeName);
    }

    /// <summary>Declares a singleton: one entity under a name of its own.</summary>
    public void Singleton<T>(string name, Func<TView, T> entity, string? description = null) where T : class =>
        _sources.Add(() => new Singleton<TView, T>(name, description, _types.Entity<T>(name), entity));

    /// <summary>Declares a function of the service root, or a further overload of one with other parameters.</summary>
    /// <param name="name">The name in the URL, such as <c>LitSince</c>.</param>
    /// <param name="declare">Declares parameters and what it returns.</param>
    /// <param name="description">What <c>$metadata</c> says of it.</param>
    public void Function(string name, Action<FunctionBuilder<TView>> declare, string? description = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var builder = new FunctionBuilder<TView>(name);
        declare(builder);
        _functions.Add(() => builder.Build(_types, description));
    }

    /// <summary>Freezes the model.</summary>
    /// <exception cref="ModelException">A type, name, key or base set is missing or declared twice; the message says which.</exception>
    public ODataModel<TView> Build()
    {
        foreach (var resolve in _resolve)
            resolve();
        foreach (var resolve in _resolveActions)
            resolve();
        return new ODataModel<TView>(_types, [.. _sources.Select(make => make())], [.. _functions.Select(make => make())]);
    }

    ODataInsert? Insert<T>(string name, EntitySetBuilder<TView, T> says) where T : class => says.Inserted(name, _types.Entity<T>(name), _types);
}
