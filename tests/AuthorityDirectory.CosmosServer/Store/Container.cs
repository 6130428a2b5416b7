namespace AuthorityDirectory.CosmosServer.Store;

/// <summary>Items and the order of their changes.</summary>
internal sealed class Container(ContainerDefinition definition, string database, string rid, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Partition, string Id), Item> _items = [];

    /// <summary>The version written at each position; null where a later version or a deletion took its place.</summary>
    private readonly List<Item?> _changes = [];

    public ContainerDefinition Definition { get; } = definition;

    public string Rid { get; } = rid;

    public string Self { get; } = $"dbs/{database}/colls/{rid}/";

    public string PartitionKey { get; } = definition.PartitionKeyPath[1..];

    /// <summary>The position of the last change.</summary>
    public long Lsn
    {
        get
        {
            lock (_lock)
            {
                return _changes.Count;
            }
        }
    }

    public Item? Read(string partition, string id)
    {
        lock (_lock)
        {
            return Find(partition, id);
        }
    }

    /// <exception cref="StoreException">409: the id is taken.</exception>
    public Item Create(ItemDraft draft)
    {
        lock (_lock)
        {
            StoreException.ThrowIf(
                Find(draft.Partition, draft.Id) is not null, 409, "Conflict", "Entity with the specified id already exists in the system.");
            return Write(draft, null);
        }
    }

    /// <returns>The new version, and whether the item is new.</returns>
    /// <exception cref="StoreException">412: the condition does not hold.</exception>
    public (Item Item, bool IsNew) Upsert(ItemDraft draft, string? ifMatch)
    {
        lock (_lock)
        {
            var old = Find(draft.Partition, draft.Id);
            Match(old, ifMatch);
            return (Write(draft, old), old is null);
        }
    }

    /// <exception cref="StoreException">404, 412, or 400 when the body names another item.</exception>
    public Item Replace(ItemDraft draft, string id, string? ifMatch)
    {
        lock (_lock)
        {
            StoreException.ThrowIf(draft.Id != id, 400, "BadRequest", "The id of the body is not that of the address.");
            var old = Find(draft.Partition, id) ?? throw NotFound();
            Match(old, ifMatch);
            return Write(draft, old);
        }
    }

    /// <exception cref="StoreException">404 or 412.</exception>
    public void Delete(string partition, string id, string? ifMatch)
    {
        lock (_lock)
        {
            var old = Find(partition, id) ?? throw NotFound();
            Match(old, ifMatch);
            Forget(old);
            _changes.Add(null);
        }
    }

    /// <summary>The versions after a position that still stand, in order.</summary>
    /// <param name="after">0 for the beginning.</param>
    /// <param name="partition">Null for all partitions.</param>
    public IEnumerable<Item> ReadChanges(long after, string? partition)
    {
        for (var position = after; position < Lsn; position++)
        {
            Item? item;
            lock (_lock)
            {
                item = _changes[(int)position];
            }

            if (item is not null && (partition ?? item.Partition) == item.Partition && !IsExpired(item))
            {
                yield return item;
            }
        }
    }

    public static StoreException NotFound() => new(404, "NotFound", "Entity with the specified id does not exist in the system.");

    private Item Write(ItemDraft draft, Item? old)
    {
        if (old is not null)
        {
            Forget(old);
        }

        var lsn = _changes.Count + 1;
        var item = new Item(draft.Partition, draft.Id, draft.Body, draft.TimeToLive, old?.Number ?? lsn, lsn, Now);
        _changes.Add(item);
        return _items[(draft.Partition, draft.Id)] = item;
    }

    private void Forget(Item item)
    {
        _items.Remove((item.Partition, item.Id));
        _changes[(int)item.Lsn - 1] = null;
    }

    private Item? Find(string partition, string id) =>
        _items.TryGetValue((partition, id), out var item) && !IsExpired(item) ? item : null;

    private bool IsExpired(Item item) =>
        Definition.TimeToLive is { } ofContainer && (item.TimeToLive ?? ofContainer) is > 0 and var seconds && Now >= item.Timestamp + seconds;

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private static void Match(Item? item, string? ifMatch) =>
        StoreException.ThrowIf(
            ifMatch is not null && ifMatch != "*" && ifMatch != item?.ETag,
            412,
            "PreconditionFailed",
            "Operation cannot be performed because one of the specified precondition is not met.");
}
