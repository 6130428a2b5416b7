namespace AuthorityDirectory.Storage.Work;

/// <summary>What the directory needs to work but never puts on the ledger: drafts, sessions, one-time links, hashes of tokens, outgoing mail, attachments.</summary>
/// <remarks>
/// Content is opaque bytes under a key, an area and names with slashes between: <c>draft/at/001</c>. <see cref="WorkKey"/> says which keys there are.
/// Every method throws <see cref="AuthorityDirectory.Ledger.LedgerUnavailableException"/> when the store does not answer now.
/// </remarks>
public interface IWorkStore
{
    /// <summary>The item with this key; null when there is none or it has expired.</summary>
    /// <exception cref="ArgumentException">It is no key.</exception>
    ValueTask<WorkItem?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes an item whole.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="content">At most <see cref="WorkKey.ContentBytes"/>.</param>
    /// <param name="condition">What must be true of the item that is there.</param>
    /// <param name="timeToLive">When it goes away, from now; null for never.</param>
    /// <param name="cancellationToken">Stops waiting; the item may then be written or not.</param>
    /// <returns>The tag of what was written; null when the condition does not hold and nothing was.</returns>
    /// <exception cref="ArgumentException">It is no key, or the content is too large.</exception>
    ValueTask<string?> PutAsync(string key, ReadOnlyMemory<byte> content, WorkCondition condition, TimeSpan? timeToLive, CancellationToken cancellationToken);

    /// <summary>Takes an item away.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="tag">The version it must have; null for any.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether this call took it away. Of many callers at most one hears true; when an answer is lost on the way, none.</returns>
    /// <exception cref="ArgumentException">It is no key.</exception>
    ValueTask<bool> DeleteAsync(string key, string? tag, CancellationToken cancellationToken);

    /// <summary>All items whose keys begin so, in the order of their keys.</summary>
    /// <param name="prefix">An area, a slash, and anything or nothing: <c>draft/at/</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">It names no area.</exception>
    ValueTask<IReadOnlyList<WorkItem>> ListAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>An item as it was read.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Tag">Names this version; another content has another tag, and so has the same content written again.</param>
/// <param name="ExpiresAt">When it goes away; null for never.</param>
public sealed record WorkItem(string Key, ReadOnlyMemory<byte> Content, string Tag, DateTimeOffset? ExpiresAt)
{
    internal bool IsExpired(TimeProvider time) => ExpiresAt <= time.GetUtcNow();
}

/// <summary>What must be true of the item that is there for another to take its place.</summary>
public sealed record WorkCondition
{
    private WorkCondition(bool mustBeAbsent, string? tag) => (MustBeAbsent, Tag) = (mustBeAbsent, tag);

    /// <summary>Nothing: whatever is there is overwritten.</summary>
    public static WorkCondition Any { get; } = new(false, null);

    /// <summary>There must be none.</summary>
    public static WorkCondition Absent { get; } = new(true, null);

    internal bool MustBeAbsent { get; }

    internal string? Tag { get; }

    /// <summary>It must be the version with this tag.</summary>
    public static WorkCondition Unchanged(string tag) => new(false, tag);

    internal bool Holds(WorkItem? item) => Tag is null ? !MustBeAbsent || item is null : item?.Tag == Tag;
}
