namespace AuthorityDirectory.OData.Model;

/// <summary>How entities are told apart and put in their natural order.</summary>
abstract class EntityKey<T>(string name) : IComparer<T>
{
    public string Name { get; } = name;

    public abstract int Compare(T? left, T? right);
}

sealed class StringKey<T>(string name, Func<T, string> get) : EntityKey<T>(name)
{
    public Func<T, string> Get { get; } = get;

    public override int Compare(T? left, T? right) => string.CompareOrdinal(Get(left!), Get(right!));
}

sealed class NumberKey<T>(string name, Func<T, long> get) : EntityKey<T>(name)
{
    public Func<T, long> Get { get; } = get;

    public override int Compare(T? left, T? right) => Get(left!).CompareTo(Get(right!));
}
