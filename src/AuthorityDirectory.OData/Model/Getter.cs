namespace AuthorityDirectory.OData.Model;

/// <summary>How a property's value is had from its owner, given the view of the request.</summary>
abstract class Getter<TOwner, TValue>
{
    public abstract Func<TOwner, TValue> For(object view);
}

/// <summary>The owner holds the value itself.</summary>
sealed class OwnGetter<TOwner, TValue>(Func<TOwner, TValue> get) : Getter<TOwner, TValue>
{
    public override Func<TOwner, TValue> For(object view) => get;
}

/// <summary>The value follows from the owner and the rest of the view.</summary>
sealed class ViewGetter<TView, TOwner, TValue>(Func<TView, TOwner, TValue> get) : Getter<TOwner, TValue>
{
    public override Func<TOwner, TValue> For(object view)
    {
        var typed = (TView)view;
        return owner => get(typed, owner);
    }
}
