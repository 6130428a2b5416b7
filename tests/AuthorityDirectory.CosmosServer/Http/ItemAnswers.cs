using System.Globalization;
using System.Text.Json;
using AuthorityDirectory.CosmosServer.Store;

namespace AuthorityDirectory.CosmosServer.Http;

/// <summary>Single items of one container.</summary>
internal sealed class ItemAnswers(Container container)
{
    /// <summary>The service's word for "the container is gone", as against "the item is not there".</summary>
    public const int OwnerNotFound = 1003;

    public CosmosAnswer Answer(CosmosRequest request)
    {
        CheckSession(request);
        var answer = request.Operation switch
        {
            CosmosOperation.Create => Show(201, container.Create(Draft(request)), request),
            CosmosOperation.Upsert => Upsert(request),
            CosmosOperation.Read => Read(request),
            CosmosOperation.Replace => Show(200, container.Replace(Draft(request), request.Item, request.Header("If-Match")), request),
            CosmosOperation.Delete => Delete(request),
            CosmosOperation.ChangeFeed => new FeedAnswers(container).ChangeFeed(request, Partition(request)),
            _ => new FeedAnswers(container).ReadFeed(request, Partition(request)),
        };
        return AddPlace(answer, request);
    }

    private CosmosAnswer Upsert(CosmosRequest request)
    {
        var (item, isNew) = container.Upsert(Draft(request), request.Header("If-Match"));
        return Show(isNew ? 201 : 200, item, request);
    }

    private CosmosAnswer Read(CosmosRequest request)
    {
        var item = container.Read(Partition(request) ?? "", request.Item) ?? throw Container.NotFound();
        return request.Header("If-None-Match") == item.ETag ? new CosmosAnswer(304, []).With("etag", item.ETag) : Show(200, item, request);
    }

    private CosmosAnswer Delete(CosmosRequest request)
    {
        container.Delete(Partition(request) ?? "", request.Item, request.Header("If-Match"));
        return new CosmosAnswer(204, []);
    }

    private CosmosAnswer Show(int status, Item item, CosmosRequest request)
    {
        var isMinimal = request.Header("Prefer") == "return=minimal";
        return new CosmosAnswer(status, isMinimal ? [] : item.Write(container)).With("etag", item.ETag);
    }

    private ItemDraft Draft(CosmosRequest request) => ItemDraft.Read(request.Body, Partition(request), container);

    private static string? Partition(CosmosRequest request) =>
        request.Header("x-ms-documentdb-partitionkey") is { } key ? JsonSerializer.Deserialize<string[]>(key)![0] : null;

    /// <remarks>A client that has seen more than this server holds came from another one.</remarks>
    private void CheckSession(CosmosRequest request)
    {
        var isAhead = request.Header("x-ms-session-token")?.Split('#') is [_, var seen, ..]
            && long.Parse(seen, CultureInfo.InvariantCulture) > container.Lsn;
        StoreException.ThrowIf(isAhead, 404, "NotFound", "The read session is not available for the input session token.", 1002);
    }

    /// <remarks>The client keeps session tokens only when it is told the container by name and by id.</remarks>
    private CosmosAnswer AddPlace(CosmosAnswer answer, CosmosRequest request)
    {
        var lsn = container.Lsn.ToString(CultureInfo.InvariantCulture);
        return answer
            .With("lsn", lsn)
            .With("x-ms-session-token", $"0:-1#{lsn}")
            .With("x-ms-alt-content-path", $"dbs/{request.Database}/colls/{request.Container}")
            .With("x-ms-content-path", container.Rid);
    }
}
