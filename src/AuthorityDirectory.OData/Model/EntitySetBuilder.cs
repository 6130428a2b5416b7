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
}
