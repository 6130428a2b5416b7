using AuthorityDirectory.OData.Payload;

namespace AuthorityDirectory.OData.Http;

/// <summary>A complete answer. Disposing it gives its memory back.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Null when there is no body.</param>
/// <param name="Body">The whole body; null when there is none.</param>
sealed record ODataResponse(int Status, string? ContentType, PayloadBuffer? Body) : IDisposable
{
    /// <summary>Headers beside those that every answer has.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public ReadOnlyMemory<byte> Bytes => Body?.Written ?? default;

    public void Dispose() => Body?.Dispose();
}
