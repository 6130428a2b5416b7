namespace AuthorityDirectory.OData.Model;

/// <summary>A property that leads to entities of the base set of its type.</summary>
public abstract class NavigationProperty : ODataProperty
{
    private protected NavigationProperty(PropertyHead head, bool isCollection) : base(head, isCollection) { }

    /// <summary>The type of the entities it leads to.</summary>
    public EntityType Target => (EntityType)Type;
}

sealed class SingleNavigation<TView, TOwner, TTarget>(PropertyHead head, Func<TView, TOwner, TTarget?> get) : NavigationProperty(head, isCollection: false)
    where TTarget : class
{
    internal Getter<TOwner, TTarget?> Getter { get; } = new ViewGetter<TView, TOwner, TTarget?>(get);
}

sealed class CollectionNavigation<TView, TOwner, TTarget>(PropertyHead head, Func<TView, TOwner, IReadOnlyList<TTarget>> get) : NavigationProperty(head, isCollection: true)
    where TTarget : class
{
    internal Getter<TOwner, IReadOnlyList<TTarget>> Getter { get; } = new ViewGetter<TView, TOwner, IReadOnlyList<TTarget>>(get);
}
