using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;

namespace AuthorityDirectory.Storage.Work;

/// <summary>Work in a folder beside the journal: a folder an area, a file an item. One process has it, the one that holds the journal.</summary>
/// <param name="folder">The folder; it is created with the first item.</param>
/// <param name="time">Says what has expired.</param>
public sealed class FolderWorkStore(string folder, TimeProvider time) : IWorkStore, IDisposable
{
    private const string NextName = ".next";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <inheritdoc/>
    public ValueTask<WorkItem?> GetAsync(string key, CancellationToken cancellationToken)
    {
        var parsed = WorkKey.Parse(key);
        return OneAtATimeAsync(() => Read(parsed), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<string?> PutAsync(
        string key, ReadOnlyMemory<byte> content, WorkCondition condition, TimeSpan? timeToLive, CancellationToken cancellationToken)
    {
        var parsed = WorkKey.Parse(key);
        WorkKey.CheckContent(content);
        var item = new WorkItem(key, content, Guid.NewGuid().ToString("N"), time.GetUtcNow() + timeToLive);
        return OneAtATimeAsync(() => condition.Holds(Read(parsed)) ? Write(parsed, item) : null, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string key, string? tag, CancellationToken cancellationToken)
    {
        var parsed = WorkKey.Parse(key);
        return OneAtATimeAsync(() => Read(parsed) is { } item && (tag ?? item.Tag) == item.Tag && Delete(PathOf(parsed)), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<WorkItem>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var parsed = WorkKey.ParsePrefix(prefix);
        return OneAtATimeAsync<IReadOnlyList<WorkItem>>(
            () => [.. Names(parsed).Select(name => Read(parsed with { Name = name })).OfType<WorkItem>().OrderBy(item => item.Key, StringComparer.Ordinal)],
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async ValueTask<T> OneAtATimeAsync<T>(Func<T> act, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return act();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LedgerUnavailableException($"The folder {folder} cannot be used: {error.Message}", null, error);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private IEnumerable<string> Names(WorkKey prefix) =>
        Directory.Exists(Path.Combine(folder, prefix.Area))
            ? Directory.GetFiles(Path.Combine(folder, prefix.Area)).Select(path => Path.GetFileName(path)).Where(name => name != NextName && name.StartsWith(prefix.Name, StringComparison.Ordinal))
            : [];

    private WorkItem? Read(WorkKey key)
    {
        var path = PathOf(key);
        var item = File.Exists(path) ? WorkFile.Read(key, File.ReadAllBytes(path)) : null;
        if (item?.IsExpired(time) != true)
        {
            return item;
        }

        Delete(path);
        return null;
    }

    private string Write(WorkKey key, WorkItem item)
    {
        var area = new DiskFolder(Directory.CreateDirectory(Path.Combine(folder, key.Area)).FullName);
        using (var file = area.OpenWrite(NextName))
        {
            var bytes = WorkFile.Write(item);
            file.Write(bytes, 0);
            file.Cut(bytes.Length);
            file.Sync();
        }

        area.Replace(NextName, key.Name);
        area.Sync();
        return item.Tag;
    }

    private static bool Delete(string path)
    {
        File.Delete(path);
        return true;
    }

    private string PathOf(WorkKey key) => Path.Combine(folder, key.Area, key.Name);
}
