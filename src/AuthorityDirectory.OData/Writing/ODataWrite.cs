using AuthorityDirectory.OData.Model;
using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.OData.Writing;

/// <summary>Something that a client can ask to be written: an insert into a set, or a bound action.</summary>
public abstract class ODataWrite
{
    readonly Func<HttpContext, ValueTask<Refusal?>>? _permit;

    private protected ODataWrite(EntityType type, InputShape input, string? description, Func<HttpContext, ValueTask<Refusal?>>? permit)
    {
        Type = type;
        Input = input;
        Description = description;
        _permit = permit;
    }

    /// <summary>The type of the entity that is written, and answered.</summary>
    public EntityType Type { get; }

    /// <summary>What the client may give.</summary>
    public InputShape Input { get; }

    /// <summary>What <c>$metadata</c> says of it, if anything.</summary>
    public string? Description { get; }

    /// <summary>Whether the entity is answered; otherwise the answer is 204.</summary>
    public abstract bool HasAnswer { get; }

    /// <summary>Why the caller may not ask for it, whatever it gives; null when it may. Nothing of the body has been read.</summary>
    internal ValueTask<Refusal?> PermitAsync(HttpContext http) => _permit?.Invoke(http) ?? default;
}

/// <summary>The insert of entities into a set.</summary>
public abstract class ODataInsert : ODataWrite
{
    private protected ODataInsert(EntityType type, InputShape input, string? description, Func<HttpContext, ValueTask<Refusal?>>? permit) : base(type, input, description, permit) { }

    /// <inheritdoc/>
    public override bool HasAnswer => true;

    internal abstract ValueTask<WriteOutcome> RunAsync(object view, HttpContext http, InputValues given);
}

/// <summary>An action that is bound to entities of a type.</summary>
public abstract class ODataAction : ODataWrite
{
    private protected ODataAction(string name, bool needsMatch, EntityType type, InputShape input, string? description, Func<HttpContext, ValueTask<Refusal?>>? permit)
        : base(type, input, description, permit) => (Name, NeedsMatch) = (name, needsMatch);

    /// <summary>The name in the URL, with the namespace of the model before it or without.</summary>
    public string Name { get; }

    /// <summary>Whether <c>If-Match</c> has to be given.</summary>
    public bool NeedsMatch { get; }

    internal abstract ValueTask<WriteOutcome> RunAsync(object view, HttpContext http, object entity, bool isExact, InputValues given);
}

/// <summary>What came of a write, whatever the class of the entities.</summary>
/// <param name="Entity">The entity to answer; null when there is none.</param>
/// <param name="IsCreated">Whether it is new.</param>
/// <param name="Refusal">Why nothing was written; null when it was.</param>
sealed record WriteOutcome(object? Entity, bool IsCreated, Refusal? Refusal)
{
    public static WriteOutcome Of<T>(WriteResult<T> result) where T : class => new(result.Entity, result.IsCreated, result.Refusal);
}
