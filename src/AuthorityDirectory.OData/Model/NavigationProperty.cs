using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;

namespace AuthorityDirectory.OData.Model;

/// <summary>A property that leads to entities of the base set of its type.</summary>
public abstract class NavigationProperty : ODataProperty
{
    private protected NavigationProperty(PropertyHead head, bool isCollection) : base(head, isCollection) { }

    /// <summary>The type of the entities it leads to.</summary>
    public EntityType Target => (EntityType)Type;

    /// <summary>Finds the related entities of an owner in the table of the target's base set.</summary>
    internal abstract NavigationReader Reader(object view, Evaluator owner, EntityTable table);
}

sealed class SingleNavigation<TView, TOwner, TTarget>(PropertyHead head, Func<TView, TOwner, TTarget?> get) : NavigationProperty(head, isCollection: false)
    where TTarget : class
{
    readonly ViewGetter<TView, TOwner, TTarget?> _getter = new(get);

    internal override Evaluator Bind(object view, Evaluator owner) => new Read<TOwner, TTarget>((Evaluator<TOwner>)owner, _getter.For(view));

    internal override NavigationReader Reader(object view, Evaluator owner, EntityTable table) => new SingleReader<TTarget>((Evaluator<TTarget>)Bind(view, owner), table, Name);
}

sealed class CollectionNavigation<TView, TOwner, TTarget>(PropertyHead head, Func<TView, TOwner, IReadOnlyList<TTarget>> get) : NavigationProperty(head, isCollection: true)
    where TTarget : class
{
    readonly ViewGetter<TView, TOwner, IReadOnlyList<TTarget>> _getter = new(get);

    internal override Evaluator Bind(object view, Evaluator owner) => new Read<TOwner, IReadOnlyList<TTarget>>((Evaluator<TOwner>)owner, _getter.For(view));

    internal override NavigationReader Reader(object view, Evaluator owner, EntityTable table) =>
        new CollectionReader<TTarget>((Evaluator<IReadOnlyList<TTarget>>)Bind(view, owner), table, Name);
}
