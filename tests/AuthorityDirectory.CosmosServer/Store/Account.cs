using System.Collections.Concurrent;

namespace AuthorityDirectory.CosmosServer.Store;

/// <summary>All that the server holds.</summary>
internal sealed class Account(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Database> _databases = new(StringComparer.Ordinal);
    private int _lastId;

    public int WriteRegions { get; set; } = 1;

    public string Consistency { get; set; } = "Session";

    /// <summary>By name or resource id.</summary>
    public Database? Find(string database) =>
        _databases.GetValueOrDefault(database) ?? _databases.Values.FirstOrDefault(known => known.Rid == database);

    /// <summary>By names or resource ids.</summary>
    public Container? Find(string database, string container) => Find(database)?.Find(container);

    /// <returns>Null when the name is taken.</returns>
    public Database? Add(string id)
    {
        var database = new Database(id, ResourceId.OfDatabase(Interlocked.Increment(ref _lastId)), time);
        return _databases.TryAdd(id, database) ? database : null;
    }
}
