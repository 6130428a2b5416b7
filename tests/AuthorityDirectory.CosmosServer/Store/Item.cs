using System.Globalization;
using System.Text;

namespace AuthorityDirectory.CosmosServer.Store;

/// <summary>One version of one item.</summary>
/// <param name="Partition">The value of its partition key.</param>
/// <param name="Id">Unique inside its partition.</param>
/// <param name="Body">A JSON object without the members that the service adds.</param>
/// <param name="TimeToLive">Seconds; null when the item does not say.</param>
/// <param name="Number">The item's own number, the same for all its versions.</param>
/// <param name="Lsn">The position of this version among all changes of the container.</param>
/// <param name="Timestamp">When this version was written, in seconds since 1970.</param>
internal sealed record Item(string Partition, string Id, byte[] Body, int? TimeToLive, long Number, long Lsn, long Timestamp)
{
    public string ETag => $"\"{Lsn:x8}-0000-0000-0000-{Timestamp:x12}\"";

    /// <summary>The item as it is answered.</summary>
    /// <param name="container">The container it is in.</param>
    /// <param name="withLsn">Whether its position is shown, as the change feed does.</param>
    public byte[] Write(Container container, bool withLsn = false)
    {
        var rid = ResourceId.OfItem(container.Rid, Number);
        var lsn = withLsn ? string.Create(CultureInfo.InvariantCulture, $",\"_lsn\":{Lsn}") : "";
        var added = string.Create(
            CultureInfo.InvariantCulture,
            $"\"_rid\":\"{rid}\",\"_self\":\"{container.Self}docs/{rid}/\",\"_etag\":{Quote(ETag)},\"_attachments\":\"attachments/\",\"_ts\":{Timestamp}{lsn}}}");
        return [.. Body.AsSpan(0, Body.Length - 1), (byte)',', .. Encoding.UTF8.GetBytes(added)];
    }

    private static string Quote(string etag) => $"\"{etag.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
