using System.Collections.Frozen;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Execution;

/// <summary>A view made ready for queries: keys, order and encoded properties of all its entities. Immutable; safe on any thread.</summary>
/// <remarks>Making one costs about as much as writing all its entities once; hold it as long as the view.</remarks>
public abstract class ODataSnapshot
{
    readonly FrozenDictionary<EntitySet, EntityRows> _sets;
    readonly FrozenDictionary<Singleton, EntityTable> _singletons;
    readonly IReadOnlyDictionary<EntitySet, EntityRows> _ofRequest = FrozenDictionary<EntitySet, EntityRows>.Empty;

    private protected ODataSnapshot(ODataModel model, object view)
    {
        Model = model;
        View = view;
        var tables = BaseSets(model).ToDictionary(set => set, set => set.Load(view));
        _sets = model.Sources.OfType<EntitySet>().Where(set => !set.IsOfRequest).ToFrozenDictionary(set => set, set => Rows(set, tables[set.BaseSet], view));
        _singletons = model.Sources.OfType<Singleton>().ToFrozenDictionary(singleton => singleton, singleton => singleton.Load(view));
    }

    /// <summary>The same view with what a request added to it.</summary>
    private protected ODataSnapshot(ODataSnapshot shared, IReadOnlyDictionary<EntitySet, EntityRows> ofRequest)
    {
        (Model, View) = (shared.Model, shared.View);
        (_sets, _singletons, _ofRequest) = (shared._sets, shared._singletons, ofRequest);
    }

    internal ODataModel Model { get; }

    internal object View { get; }

    internal EntityRows this[EntitySet set] => set.IsOfRequest ? _ofRequest[set] : _sets[set];

    internal EntityTable this[Singleton singleton] => _singletons[singleton];

    static IEnumerable<EntitySet> BaseSets(ODataModel model) => model.Sources.OfType<EntitySet>().Where(set => set.BaseSet == set && !set.IsOfRequest);

    static EntityRows Rows(EntitySet set, EntityTable table, object view) =>
        new(set, table, set.BaseSet == set ? [.. Enumerable.Range(0, table.Count)] : set.Rows(view, table));
}

/// <summary>A shared view with the entities that one request may see beside it; it lives no longer than the request.</summary>
sealed class RequestSnapshot(ODataSnapshot shared, IReadOnlyDictionary<EntitySet, EntityRows> ofRequest) : ODataSnapshot(shared, ofRequest);

/// <summary>A view made ready for queries.</summary>
/// <typeparam name="TView">The type of the view.</typeparam>
public sealed class ODataSnapshot<TView> : ODataSnapshot
    where TView : class
{
    /// <summary>Makes a view ready.</summary>
    /// <exception cref="ModelException">The view contradicts the model: two entities of one key, null where it is not declared, an entity that its base set does not hold.</exception>
    public ODataSnapshot(ODataModel<TView> model, TView view) : base(model, view) => View = view;

    /// <summary>The view itself.</summary>
    public new TView View { get; }
}
