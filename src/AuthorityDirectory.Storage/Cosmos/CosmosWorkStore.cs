using AuthorityDirectory.Storage.Work;
using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Work in the container of the same name: a partition an area. Any number of processes share it.</summary>
/// <remarks>
/// What has expired is not shown, by our own clock; the service takes it away when it comes to it. Each writing has an id, by which a process knows its own
/// when the client has sent it twice.
/// </remarks>
public sealed class CosmosWorkStore : IWorkStore
{
    private readonly CosmosContainers _containers;
    private readonly CosmosWorkItems _items;
    private readonly StorePipeline _pipeline;
    private readonly TimeProvider _time;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="containers">The account.</param>
    /// <param name="time">Says what has expired.</param>
    public CosmosWorkStore(CosmosContainers containers, TimeProvider time)
    {
        _containers = containers;
        _items = new CosmosWorkItems(containers.Work, containers.Options.Patience);
        _pipeline = new StorePipeline(containers.Options.Patience);
        _time = time;
    }

    /// <inheritdoc/>
    public ValueTask<WorkItem?> GetAsync(string key, CancellationToken cancellationToken)
    {
        var parsed = WorkKey.Parse(key);
        return CallAsync(async token => (await _items.FindAsync(parsed, token).ConfigureAwait(false))?.Item is { } item && !item.IsExpired(_time) ? item : null, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<string?> PutAsync(
        string key, ReadOnlyMemory<byte> content, WorkCondition condition, TimeSpan? timeToLive, CancellationToken cancellationToken)
    {
        var parsed = WorkKey.Parse(key);
        WorkKey.CheckContent(content);
        var draft = new WorkDraft(parsed, Guid.NewGuid().ToString("N"), content, timeToLive, _time.GetUtcNow() + timeToLive);
        return CallAsync(async token => await PutAsync(draft, condition, token).ConfigureAwait(false), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string key, string? tag, CancellationToken cancellationToken)
    {
        var parsed = WorkKey.Parse(key);
        return CallAsync(async token => await DeleteAsync(parsed, tag, token).ConfigureAwait(false), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WorkItem>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var parsed = WorkKey.ParsePrefix(prefix);
        return CallAsync<IReadOnlyList<WorkItem>>(
            async token => [.. (await _items.ListAsync(parsed, token).ConfigureAwait(false)).Where(item => !item.IsExpired(_time)).OrderBy(item => item.Key, StringComparer.Ordinal)],
            cancellationToken);
    }

    private async Task<string?> PutAsync(WorkDraft draft, WorkCondition condition, CancellationToken cancellationToken)
    {
        var written =
            condition.MustBeAbsent ? await _items.CreateAsync(draft, cancellationToken).ConfigureAwait(false)
            : condition.Tag is { } tag ? await _items.ReplaceAsync(draft, tag, cancellationToken).ConfigureAwait(false)
            : await _items.UpsertAsync(draft, cancellationToken).ConfigureAwait(false);
        return written ?? await WhoseAsync(draft, condition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether what stands in the way is our own, written by an earlier sending, or has expired.</summary>
    private async Task<string?> WhoseAsync(WorkDraft draft, WorkCondition condition, CancellationToken cancellationToken)
    {
        var there = await _items.FindAsync(draft.Key, cancellationToken).ConfigureAwait(false);
        return there?.WriteId == draft.WriteId ? there.Item.Tag
            : condition.MustBeAbsent && there?.Item.IsExpired(_time) == true ? await _items.ReplaceAsync(draft, there.Item.Tag, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private async Task<bool> DeleteAsync(WorkKey key, string? tag, CancellationToken cancellationToken) =>
        await _items.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } there
        && !there.Item.IsExpired(_time)
        && (tag ?? there.Item.Tag) == there.Item.Tag
        && await _items.DeleteAsync(key, there.Item.Tag, cancellationToken).ConfigureAwait(false);

    private ValueTask<T> CallAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken) => _pipeline.ExecuteAsync(
        async token =>
        {
            await _containers.CheckAsync(token).ConfigureAwait(false);
            return await call(token).ConfigureAwait(false);
        },
        cancellationToken);
}
