using System.Net;
using System.Text.Json;
using AuthorityDirectory.Storage.Work;
using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Work as items: <c>{"id":"at~001","area":"draft","writeId":"…","expires":"…","ttl":60,"content":"Base64"}</c>.</summary>
internal sealed class CosmosWorkItems(Container container, CosmosPatience patience)
{
    private const int PageItems = 100;

    public async Task<WorkStored?> FindAsync(WorkKey key, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            "get work", token => container.ReadItemStreamAsync(key.Name, Partition(key), cancellationToken: token), cancellationToken).ConfigureAwait(false);
        if (StoreCall.IsAbsent(response))
        {
            return null;
        }

        using var document = await ParseAsync(response, "get work", cancellationToken).ConfigureAwait(false);
        return Read(document.RootElement);
    }

    /// <returns>The new tag; null when the key is taken.</returns>
    public Task<string?> CreateAsync(WorkDraft draft, CancellationToken cancellationToken) =>
        WriteAsync(token => container.CreateItemStreamAsync(Write(draft), Partition(draft.Key), cancellationToken: token), cancellationToken);

    /// <returns>The new tag; null when the item is another by now or gone.</returns>
    public Task<string?> ReplaceAsync(WorkDraft draft, string tag, CancellationToken cancellationToken) => WriteAsync(
        token => container.ReplaceItemStreamAsync(Write(draft), draft.Key.Name, Partition(draft.Key), new ItemRequestOptions { IfMatchEtag = tag }, token),
        cancellationToken);

    /// <returns>The new tag.</returns>
    public Task<string?> UpsertAsync(WorkDraft draft, CancellationToken cancellationToken) =>
        WriteAsync(token => container.UpsertItemStreamAsync(Write(draft), Partition(draft.Key), cancellationToken: token), cancellationToken);

    /// <returns>Whether the item was there in this version.</returns>
    public async Task<bool> DeleteAsync(WorkKey key, string tag, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            "delete work",
            token => container.DeleteItemStreamAsync(key.Name, Partition(key), new ItemRequestOptions { IfMatchEtag = tag }, token),
            cancellationToken).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.NoContent
            || (response.StatusCode == HttpStatusCode.PreconditionFailed || StoreCall.IsAbsent(response) ? false : throw StoreCall.Unavailable("delete work", response));
    }

    public async Task<List<WorkItem>> ListAsync(WorkKey prefix, CancellationToken cancellationToken)
    {
        List<WorkItem> found = [];
        using var feed = container.GetItemQueryStreamIterator(requestOptions: new QueryRequestOptions { PartitionKey = Partition(prefix), MaxItemCount = PageItems });
        while (feed.HasMoreResults)
        {
            using var page = await SendAsync("list work", feed.ReadNextAsync, cancellationToken).ConfigureAwait(false);
            using var document = await ParseAsync(page, "list work", cancellationToken).ConfigureAwait(false);
            found.AddRange(document.RootElement.GetProperty("Documents").EnumerateArray()
                .Where(item => item.GetProperty("id").GetString()!.StartsWith(prefix.Name, StringComparison.Ordinal))
                .Select(item => Read(item).Item));
        }

        return found;
    }

    private async Task<string?> WriteAsync(Func<CancellationToken, Task<ResponseMessage>> call, CancellationToken cancellationToken)
    {
        using var response = await SendAsync("put work", call, cancellationToken).ConfigureAwait(false);
        return response.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK ? response.Headers.ETag
            : response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed || StoreCall.IsAbsent(response) ? null
            : throw StoreCall.Unavailable("put work", response);
    }

    private Task<ResponseMessage> SendAsync(string operation, Func<CancellationToken, Task<ResponseMessage>> call, CancellationToken cancellationToken) =>
        StoreCall.SendAsync(operation, call, patience.Attempt, cancellationToken);

    private static async Task<JsonDocument> ParseAsync(ResponseMessage response, string operation, CancellationToken cancellationToken) =>
        response.StatusCode == HttpStatusCode.OK
            ? await JsonDocument.ParseAsync(response.Content, cancellationToken: cancellationToken).ConfigureAwait(false)
            : throw StoreCall.Unavailable(operation, response);

    private static WorkStored Read(JsonElement item)
    {
        var key = new WorkKey(item.GetProperty("area").GetString()!, item.GetProperty("id").GetString()!);
        DateTimeOffset? expires = item.TryGetProperty("expires", out var time) ? time.GetDateTimeOffset() : null;
        return new WorkStored(
            new WorkItem(key.ToString(), item.GetProperty("content").GetBytesFromBase64(), item.GetProperty("_etag").GetString()!, expires),
            item.GetProperty("writeId").GetString()!);
    }

    private static MemoryStream Write(WorkDraft draft)
    {
        var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("id", draft.Key.Name);
            writer.WriteString("area", draft.Key.Area);
            writer.WriteString("writeId", draft.WriteId);
            if (draft is { TimeToLive: { } timeToLive, ExpiresAt: { } expiresAt })
            {
                writer.WriteString("expires", expiresAt);
                writer.WriteNumber("ttl", (int)Math.Clamp(Math.Ceiling(timeToLive.TotalSeconds), 1, int.MaxValue));
            }

            writer.WriteBase64String("content", draft.Content.Span);
            writer.WriteEndObject();
        }

        output.Position = 0;
        return output;
    }

    private static PartitionKey Partition(WorkKey key) => new(key.Area);
}

/// <summary>An item about to be written.</summary>
internal sealed record WorkDraft(WorkKey Key, string WriteId, ReadOnlyMemory<byte> Content, TimeSpan? TimeToLive, DateTimeOffset? ExpiresAt);

/// <summary>An item as the store has it, with the id of the writing it comes from.</summary>
internal sealed record WorkStored(WorkItem Item, string WriteId);
