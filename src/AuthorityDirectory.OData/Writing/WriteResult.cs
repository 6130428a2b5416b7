namespace AuthorityDirectory.OData.Writing;

/// <summary>What came of a write: an entity, or a refusal.</summary>
/// <typeparam name="T">The class of the entities.</typeparam>
public sealed class WriteResult<T>
    where T : class
{
    internal WriteResult(T? entity, bool isCreated, Refusal? refusal) => (Entity, IsCreated, Refusal) = (entity, isCreated, refusal);

    internal T? Entity { get; }
    internal bool IsCreated { get; }
    internal Refusal? Refusal { get; }

    /// <summary>Nothing was written.</summary>
    public static implicit operator WriteResult<T>(Refusal refusal) => WriteResult.Refused<T>(refusal);
}

/// <summary>Makes results of writes.</summary>
public static class WriteResult
{
    /// <summary>The entity is new: 201 with its <c>Location</c>.</summary>
    public static WriteResult<T> Created<T>(T entity) where T : class => new(entity, isCreated: true, null);

    /// <summary>The entity as it is now: 200. An action changed it, or an insert found it there with the same content.</summary>
    public static WriteResult<T> Current<T>(T entity) where T : class => new(entity, isCreated: false, null);

    /// <summary>Nothing was written, for a reason.</summary>
    public static WriteResult<T> Refused<T>(Refusal refusal) where T : class => new(null, isCreated: false, refusal);
}
