namespace AuthorityDirectory.OData.Http;

/// <summary>One request of a batch.</summary>
/// <param name="Id">What its answer is called; null where a multipart batch gives none.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Url">Absolute, from the host's root, or relative to the service root; as sent.</param>
/// <param name="Headers">Its own headers.</param>
/// <param name="Body">Its body; empty when there is none.</param>
sealed record BatchRequest(string? Id, string Method, string Url, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The requests that succeed together or not at all: a change set, an atomicity group; null when it stands alone.</summary>
    public string? Group { get; init; }

    /// <summary>The ids and groups that have to succeed before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];
}

/// <summary>The answer to one request of a batch.</summary>
sealed record BatchResponse(BatchRequest Request, ODataResponse Response) : IDisposable
{
    public bool IsError => Response.Status >= 400;

    public void Dispose() => Response.Dispose();
}
