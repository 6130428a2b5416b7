using System.Collections.Concurrent;

namespace AuthorityDirectory.CosmosServer.Store;

internal sealed class Database(string id, string rid, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Container> _containers = new(StringComparer.Ordinal);
    private int _lastId;

    public string Id { get; } = id;

    public string Rid { get; } = rid;

    /// <summary>By name or resource id.</summary>
    public Container? Find(string container) =>
        _containers.GetValueOrDefault(container) ?? _containers.Values.FirstOrDefault(known => known.Rid == container);

    /// <returns>Null when the name is taken.</returns>
    public Container? Add(ContainerDefinition definition)
    {
        var container = new Container(definition, Rid, ResourceId.OfContainer(Rid, Interlocked.Increment(ref _lastId)), time);
        return _containers.TryAdd(definition.Id, container) ? container : null;
    }
}
