using AuthorityDirectory.OData.Model;
using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.OData.Writing;

/// <summary>Declares what is common to inserts and actions.</summary>
public abstract class WriteBuilder : InputBuilder
{
    private protected WriteBuilder() { }

    internal Func<HttpContext, ValueTask<Refusal?>>? Permission { get; private set; }

    /// <summary>Looks at the caller before anything of the body is read and before the entity is looked for; null lets it pass.</summary>
    public void Permit(Func<HttpContext, ValueTask<Refusal?>> permit) => Permission = permit;
}

/// <summary>Declares how entities are inserted into a set: the properties that a client may give, and who stores them.</summary>
/// <typeparam name="TView">What a request reads.</typeparam>
/// <typeparam name="T">The class of the entities.</typeparam>
/// <example>
/// <code>
/// model.Set("Orders", shop => shop.Orders).Insert(i =>
/// {
///     var id = i.Required&lt;string&gt;("Id");
///     var lines = i.RequiredList("Lines", line);
///     i.Permit(http => ValueTask.FromResult(http.User.Identity is { IsAuthenticated: true } ? null : Refusal.Unauthorized("Send a token.")));
///     i.Handle(async call => await Shop.OrderAsync(call.Http, call.Value(id), call.List(lines)));      // a WriteResult&lt;Order&gt;
/// });
/// </code>
/// </example>
public sealed class InsertBuilder<TView, T> : WriteBuilder
    where TView : class
    where T : class
{
    Func<WriteCall<TView>, ValueTask<WriteResult<T>>>? _handle;

    internal InsertBuilder() { }

    /// <summary>
    /// Stores the entity. When one with the client's key is there already, the answer is <see cref="WriteResult.Current"/> for the same content, so that an insert can be sent again,
    /// and <see cref="Refusal.Conflict"/> for another.
    /// </summary>
    public void Handle(Func<WriteCall<TView>, ValueTask<WriteResult<T>>> handle) => _handle = handle;

    internal ODataInsert Build(string set, EntityType type, TypeCatalogue types, string? description)
    {
        var input = new InputShape(Members);
        input.Resolve(types, type, $"The insert into {set}");
        return new Insert<TView, T>(type, input, description, Permission, _handle ?? throw new ModelException($"Nobody handles the insert into {set}."));
    }
}

/// <summary>Declares an action that is bound to entities: its parameters, and who carries it out.</summary>
/// <typeparam name="TView">What a request reads.</typeparam>
/// <typeparam name="T">The class of the entities.</typeparam>
public sealed class ActionBuilder<TView, T> : WriteBuilder
    where TView : class
    where T : class
{
    Func<ActionCall<TView, T>, ValueTask<WriteResult<T>>>? _handle;
    bool _needsMatch;
    bool _hasAnswer;

    internal ActionBuilder() { }

    /// <summary>Demands <c>If-Match</c>: without it the answer is 428 (RFC 6585, section 3).</summary>
    public void RequireMatch() => _needsMatch = true;

    /// <summary>Carries the action out and gives the entity as it is then.</summary>
    public void Handle(Func<ActionCall<TView, T>, ValueTask<WriteResult<T>>> handle) => (_handle, _hasAnswer) = (handle, true);

    /// <summary>Carries the action out and gives nothing but a reason why it could not: the answer is 204.</summary>
    public void HandleWithoutAnswer(Func<ActionCall<TView, T>, ValueTask<Refusal?>> handle) =>
        (_handle, _hasAnswer) = (async call => new WriteResult<T>(null, isCreated: false, await handle(call)), false);

    internal ODataAction Build(string name, EntityType type, TypeCatalogue types, string? description)
    {
        var input = new InputShape(Members);
        input.Resolve(types, null, $"{type}/{name}");
        return new BoundAction<TView, T>(name, _needsMatch, _hasAnswer, type, input, description, Permission, _handle ?? throw new ModelException($"Nobody handles {type}/{name}."));
    }
}
