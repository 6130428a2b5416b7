using System.Globalization;
using System.Text;
using AuthorityDirectory.CosmosServer.Store;

namespace AuthorityDirectory.CosmosServer.Http;

/// <summary>Pages of items, in the order of their last change.</summary>
internal sealed class FeedAnswers(Container container)
{
    private const int MaxPageBytes = 4 * 1024 * 1024;
    private const int UsualPageItems = 100;

    /// <summary>Pages until there is no continuation.</summary>
    public CosmosAnswer ReadFeed(CosmosRequest request, string? partition)
    {
        var (page, last) = Take(request, Position(request.Header("x-ms-continuation")), partition, withLsn: false);
        var hasMore = container.ReadChanges(last, partition).Any();
        return Show(page).With("x-ms-continuation", hasMore ? last.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Pages until nothing has changed (304), each with the tag to go on from.</summary>
    public CosmosAnswer ChangeFeed(CosmosRequest request, string? partition)
    {
        StoreException.ThrowIf(request.Header("A-IM") != "Incremental Feed", 400, "BadRequest", "This server serves the latest versions only.");
        var tag = request.Header("If-None-Match");
        var (page, last) = Take(request, tag == "*" ? container.Lsn : Position(tag), partition, withLsn: true);
        return (page.Count > 0 ? Show(page) : new CosmosAnswer(304, []).With("x-ms-item-count", "0"))
            .With("etag", string.Create(CultureInfo.InvariantCulture, $"\"{last}\""));
    }

    private (List<byte[]> Page, long Last) Take(CosmosRequest request, long after, string? partition, bool withLsn)
    {
        var page = new List<byte[]>();
        var (count, bytes, last) = (PageItems(request), 0, after);
        foreach (var item in container.ReadChanges(after, partition))
        {
            var json = item.Write(container, withLsn);
            bytes += json.Length;
            if (page.Count == count || (bytes > MaxPageBytes && page.Count > 0))
            {
                break;
            }

            page.Add(json);
            last = item.Lsn;
        }

        return (page, last);
    }

    private CosmosAnswer Show(List<byte[]> page)
    {
        using var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes($"{{\"_rid\":\"{container.Rid}\",\"Documents\":["));
        for (var i = 0; i < page.Count; i++)
        {
            body.Write(i == 0 ? ""u8 : ","u8);
            body.Write(page[i]);
        }

        var count = page.Count.ToString(CultureInfo.InvariantCulture);
        body.Write(Encoding.UTF8.GetBytes($"],\"_count\":{count}}}"));
        return new CosmosAnswer(200, body.ToArray()).With("x-ms-item-count", count);
    }

    private static int PageItems(CosmosRequest request) =>
        request.Header("x-ms-max-item-count") is { } text && int.Parse(text, CultureInfo.InvariantCulture) is > 0 and var count ? count : UsualPageItems;

    private static long Position(string? tag) => tag is null ? 0 : long.Parse(tag.Trim('"'), CultureInfo.InvariantCulture);
}
