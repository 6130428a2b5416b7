using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.OData.Writing;

/// <summary>One insert that a client asks for: what it gave, all of it checked against the declared input.</summary>
/// <typeparam name="TView">What a request reads.</typeparam>
public class WriteCall<TView> : InputValues
    where TView : class
{
    internal WriteCall(TView view, HttpContext http, InputValues values) : base(values) => (View, Http) = (view, http);

    /// <summary>The view that the request began with.</summary>
    public TView View { get; }

    /// <summary>The HTTP request, for its caller and its services; of a request in a batch, the batch. Its body has been read.</summary>
    public HttpContext Http { get; }
}

/// <summary>One call of a bound action.</summary>
/// <typeparam name="TView">What a request reads.</typeparam>
/// <typeparam name="T">The class of the entities that the action is bound to.</typeparam>
public sealed class ActionCall<TView, T> : WriteCall<TView>
    where TView : class
    where T : class
{
    internal ActionCall(TView view, HttpContext http, InputValues values, T entity, bool isExact) : base(view, http, values) => (Entity, IsExact) = (entity, isExact);

    /// <summary>The entity as the request found it, and as <c>If-Match</c> was compared with.</summary>
    public T Entity { get; }

    /// <summary>
    /// Whether the client named the entity tag of <see cref="Entity"/>: what is written to has to be that revision still, else the answer is <see cref="Refusal.Clash"/>.
    /// False without <c>If-Match</c> and with <c>If-Match: *</c>.
    /// </summary>
    public bool IsExact { get; }
}
