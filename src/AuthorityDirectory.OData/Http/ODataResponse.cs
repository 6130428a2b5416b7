using AuthorityDirectory.OData.Payload;

namespace AuthorityDirectory.OData.Http;

/// <summary>A complete answer. Disposing it gives its memory back.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Null when there is no body.</param>
/// <param name="Body">The whole body; null when there is none.</param>
sealed record ODataResponse(int Status, string? ContentType, PayloadBuffer? Body) : IDisposable
{
    /// <summary>Headers beside those that every answer has.</summary>
    public Dictionary<string, string> Headers { get; private init; } = [];

    public ReadOnlyMemory<byte> Bytes => Body?.Written ?? default;

    /// <summary>The headers of the answer as a part of a batch; what varies is said of the batch.</summary>
    public IEnumerable<(string Name, string Value)> PartHeaders =>
        Headers.Where(header => header.Key != "Vary").Select(header => (header.Key, header.Value)).Concat(ContentType is null ? [] : [("Content-Type", ContentType)]);

    public void Dispose() => Body?.Dispose();
}
