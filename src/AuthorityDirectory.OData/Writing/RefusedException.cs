namespace AuthorityDirectory.OData.Writing;

/// <summary>Ends a request with a refusal where a function of the host returns entities and not a result: what a set of the request holds cannot be said now.</summary>
/// <param name="refusal">What the client is told.</param>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    /// <summary>What the client is told.</summary>
    public Refusal Refusal { get; } = refusal;
}
