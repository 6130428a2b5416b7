using System.Globalization;

namespace AuthorityDirectory.OData.Model;

/// <summary>The value of a key: a text, or a whole number.</summary>
readonly record struct KeyValue(string? Text, long Number)
{
    /// <summary>The key as a URL writes it, before percent-encoding: <c>'AT-001'</c>, <c>7</c>.</summary>
    public override string ToString() =>
        Text is null ? Number.ToString(CultureInfo.InvariantCulture) : $"'{Text.Replace("'", "''", StringComparison.Ordinal)}'";
}

/// <summary>How entities are told apart and put in their natural order.</summary>
abstract class EntityKey<T>(string name) : IComparer<T>
{
    public string Name { get; } = name;

    public abstract KeyValue Of(T entity);

    /// <summary>Where the entity of a key is among entities in key order; otherwise the complement of where it would be.</summary>
    public int Find(T[] entities, KeyValue key)
    {
        var (low, high) = (0, entities.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Compare(Of(entities[middle]), key);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return ~low;
    }

    public int Compare(T? left, T? right) => Compare(Of(left!), Of(right!));

    static int Compare(KeyValue left, KeyValue right) =>
        left.Text is null ? left.Number.CompareTo(right.Number) : string.CompareOrdinal(left.Text, right.Text);
}

sealed class StringKey<T>(string name, Func<T, string> get) : EntityKey<T>(name)
{
    public override KeyValue Of(T entity) => new(get(entity), 0);
}

sealed class NumberKey<T>(string name, Func<T, long> get) : EntityKey<T>(name)
{
    public override KeyValue Of(T entity) => new(null, get(entity));
}
