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
    private protected EntitySet(string name, string? description, EntityType type) : base(name, description, type) { }

    /// <summary>The first set of the type: where its entities have their ids.</summary>
    public EntitySet BaseSet { get; internal set; } = null!;

    /// <summary>Whether <c>$search</c> is answered.</summary>
    public abstract bool IsSearchable { get; }
}

/// <summary>One entity under a name of its own.</summary>
public abstract class Singleton : EntitySource
{
    private protected Singleton(string name, string? description, EntityType type) : base(name, description, type) { }
}

sealed class EntitySet<TView, T>(
    string name, string? description, EntityType<T> type, Func<TView, IReadOnlyList<T>> entities, Func<TView, string, IReadOnlyList<T>>? search)
    : EntitySet(name, description, type)
    where T : class
{
    public override bool IsSearchable => search is not null;

    internal Func<TView, IReadOnlyList<T>> Entities { get; } = entities;
}

sealed class Singleton<TView, T>(string name, string? description, EntityType<T> type, Func<TView, T> entity) : Singleton(name, description, type)
    where T : class
{
    internal Func<TView, T> Entity { get; } = entity;
}
