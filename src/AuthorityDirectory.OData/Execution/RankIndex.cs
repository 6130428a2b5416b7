namespace AuthorityDirectory.OData.Execution;

/// <summary>The order of all rows of a table by one property: equal values have equal ranks, null the lowest.</summary>
abstract class RankIndex
{
    /// <summary>The rank of each row: even numbers, so that a value between two has the odd one between them.</summary>
    public abstract int[] Ranks { get; }
}

sealed class RankIndex<T> : RankIndex
{
    readonly SortType<T> _type;
    readonly List<SortValue<T>> _distinct = [];

    public RankIndex(SortValue<T>[] values, SortType<T> type)
    {
        _type = type;
        Ranks = new int[values.Length];
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(order, (left, right) => Compare(values[left], values[right]));
        foreach (var row in order)
        {
            if (_distinct.Count == 0 || Compare(_distinct[^1], values[row]) != 0)
                _distinct.Add(values[row]);
            Ranks[row] = 2 * (_distinct.Count - 1);
        }
    }

    public override int[] Ranks { get; }

    /// <summary>The value of a row as it was compared.</summary>
    public SortValue<T> ValueOf(int row) => _distinct[Ranks[row] / 2];

    /// <summary>The rank that a value has or would have.</summary>
    public int RankOf(in SortValue<T> value)
    {
        var found = _distinct.BinarySearch(value, Comparer<SortValue<T>>.Create((left, right) => Compare(left, right)));
        return found >= 0 ? 2 * found : 2 * ~found - 1;
    }

    int Compare(in SortValue<T> left, in SortValue<T> right) => SortValue<T>.Compare(left, right, _type.Comparer);
}
