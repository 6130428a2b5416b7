using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Model;

/// <summary>What is said about one entity set beside its name and entities.</summary>
/// <typeparam name="TView">What a request reads.</typeparam>
/// <typeparam name="T">The class of the entities.</typeparam>
public sealed class EntitySetBuilder<TView, T>
    where TView : class
    where T : class
{
    internal EntitySetBuilder() { }

    internal string? Description { get; private set; }
    internal Func<TView, string, IReadOnlyList<T>>? SearchFunction { get; private set; }
    internal Func<string, EntityType, TypeCatalogue, ODataInsert?> Inserted { get; private set; } = (_, _, _) => null;

    /// <summary>Says in <c>$metadata</c> (Core.Description) what the set holds.</summary>
    public EntitySetBuilder<TView, T> Describe(string description)
    {
        Description = description;
        return this;
    }

    /// <summary>Makes <c>$search</c> possible: gives the entities that match some words or a phrase, best match first. It may return entities that the set does not hold; they are passed over.</summary>
    public EntitySetBuilder<TView, T> Search(Func<TView, string, IReadOnlyList<T>> search)
    {
        SearchFunction = search;
        return this;
    }

    /// <summary>Lets clients insert entities by POST; a set without this answers 405.</summary>
    /// <param name="declare">Declares what a client may give and who stores it.</param>
    /// <param name="description">What <c>$metadata</c> says of inserting.</param>
    public EntitySetBuilder<TView, T> Insert(Action<InsertBuilder<TView, T>> declare, string? description = null)
    {
        var builder = new InsertBuilder<TView, T>();
        declare(builder);
        Inserted = (name, type, types) => builder.Build(name, type, types, description);
        return this;
    }
}
