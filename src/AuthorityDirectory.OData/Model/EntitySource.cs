using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Writing;
using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.OData.Model;

/// <summary>What the service root offers: an entity set or a singleton.</summary>
public abstract class EntitySource
{
    private protected EntitySource(string name, string? description, EntityType type)
    {
        Name = name;
        Description = description;
        Type = type;
    }

    /// <summary>The name in the URL.</summary>
    public string Name { get; }

    /// <summary>What <c>$metadata</c> says of it, if anything.</summary>
    public string? Description { get; }

    /// <summary>The type of the entities.</summary>
    public EntityType Type { get; }
}

/// <summary>Entities of one type, in key order.</summary>
public abstract class EntitySet : EntitySource
{
    private protected EntitySet(string name, string? description, EntityType type, ODataInsert? insert) : base(name, description, type) => Insert = insert;

    /// <summary>How entities are inserted; null when they cannot be.</summary>
    public ODataInsert? Insert { get; }

    /// <summary>Whether its entities are found for each request anew, by its caller, and are in no shared view.</summary>
    public virtual bool IsOfRequest => false;

    /// <summary>The first set of the type: where its entities have their ids.</summary>
    public EntitySet BaseSet { get; internal set; } = null!;

    /// <summary>Whether <c>$search</c> is answered.</summary>
    public abstract bool IsSearchable { get; }

    /// <summary>The entities of a view; only of a base set that is not <see cref="IsOfRequest"/>.</summary>
    internal abstract EntityTable Load(object view);

    /// <summary>The entities of a request; only of a set that is <see cref="IsOfRequest"/>.</summary>
    internal virtual ValueTask<EntityTable> FormAsync(object view, HttpContext http) => throw new InvalidOperationException($"{Name} is of the view, not of the request.");

    /// <summary>Where the entities of a set that is no base set are in the table of its base set.</summary>
    internal abstract int[] Rows(object view, EntityTable table);

    /// <summary>The rows that match some words or a phrase, best match first; rows that the set does not hold may be among them.</summary>
    internal abstract IReadOnlyList<int> Search(object view, EntityTable table, string text);
}

/// <summary>One entity under a name of its own.</summary>
public abstract class Singleton : EntitySource
{
    private protected Singleton(string name, string? description, EntityType type) : base(name, description, type) { }

    /// <summary>The one entity of a view.</summary>
    internal abstract EntityTable Load(object view);
}

sealed class EntitySet<TView, T>(
    string name, string? description, EntityType<T> type, Func<TView, IReadOnlyList<T>> entities, Func<TView, string, IReadOnlyList<T>>? search, ODataInsert? insert)
    : EntitySet(name, description, type, insert)
    where T : class
{
    public override bool IsSearchable => search is not null;

    internal override EntityTable Load(object view) => EntityTable<T>.Of(type, entities((TView)view), view);

    internal override int[] Rows(object view, EntityTable table) => RowsOf.Entities(entities((TView)view), table, Name);

    internal override IReadOnlyList<int> Search(object view, EntityTable table, string text) =>
        [.. search!((TView)view, text).Select(table.RowOf).Where(row => row >= 0)];
}

/// <summary>A set whose entities are those of a request: what its caller may see.</summary>
sealed class RequestSet<TView, T>(string name, string? description, EntityType<T> type, Func<TView, HttpContext, ValueTask<IReadOnlyList<T>>> entities, ODataInsert? insert)
    : EntitySet(name, description, type, insert)
    where T : class
{
    public override bool IsOfRequest => true;

    public override bool IsSearchable => false;

    internal override EntityTable Load(object view) => throw new InvalidOperationException($"{Name} is of the request, not of the view.");

    internal override async ValueTask<EntityTable> FormAsync(object view, HttpContext http) => EntityTable<T>.Of(type, await entities((TView)view, http), view);

    internal override int[] Rows(object view, EntityTable table) => [.. Enumerable.Range(0, table.Count)];

    internal override IReadOnlyList<int> Search(object view, EntityTable table, string text) => [];
}

sealed class Singleton<TView, T>(string name, string? description, EntityType<T> type, Func<TView, T> entity) : Singleton(name, description, type)
    where T : class
{
    internal override EntityTable Load(object view) => EntityTable<T>.Of(type, entity((TView)view), view);
}
