using System.Globalization;

namespace AuthorityDirectory.OData.Execution;

/// <summary>The order of some rows by sort keys, then by key.</summary>
/// <remarks>The rows come in key order, so the place among them decides what the sort keys leave open.</remarks>
sealed class RowOrder : IComparer<int>
{
    readonly QueryPlan _plan;
    readonly int[] _rows;
    readonly (SortColumn Values, bool IsDescending)[] _columns;

    public RowOrder(QueryPlan plan, int[] rows)
    {
        (_plan, _rows) = (plan, rows);
        var entity = plan.Entity;
        plan.Meter.Step(rows.Length);
        _columns = plan.OrderBy.Count == 0 && plan.Found is { } found
            ? [(new FoundColumn(found, rows), false)]
            : [.. plan.OrderBy.Select(key => (key.Column(entity.Table, entity.Cursor, rows), key.IsDescending))];
    }

    public int Compare(int left, int right)
    {
        foreach (var (values, isDescending) in _columns)
        {
            if (values.Compare(left, right) is not 0 and var order)
                return isDescending ? -order : order;
        }
        return left - right;
    }

    /// <summary>The first rows after a token, in order.</summary>
    public int[] First(long count, SkipToken? token)
    {
        var places = token is null ? Enumerable.Range(0, _rows.Length) : Enumerable.Range(0, _rows.Length).Where(After(token));
        var chosen = count < _rows.Length / 2 ? Smallest(places, (int)count) : [.. places];
        Array.Sort(chosen, this);
        return [.. chosen.Take((int)Math.Min(count, int.MaxValue)).Select(place => _rows[place])];
    }

    /// <summary>The token of a row of this order.</summary>
    public SkipToken TokenOf(int row, long taken)
    {
        var place = Array.BinarySearch(_rows, row);
        return new SkipToken(_plan.Mark.Text, taken, [.. _columns.Select(column => column.Values.Text(place))], _plan.Entity.Table.KeyOf(row));
    }

    /// <summary>The smallest places, in no order: a heap of so many, the greatest on top.</summary>
    int[] Smallest(IEnumerable<int> places, int count)
    {
        var heap = new PriorityQueue<int, int>(count + 1, Comparer<int>.Create((left, right) => Compare(right, left)));
        foreach (var place in places)
        {
            if (heap.Count < count)
                heap.Enqueue(place, place);
            else if (count > 0 && Compare(place, heap.Peek()) < 0)
                heap.EnqueueDequeue(place, place);
        }
        return [.. heap.UnorderedItems.Select(item => item.Element)];
    }

    Func<int, bool> After(SkipToken token)
    {
        if (token.Values.Count != _columns.Length)
            throw SkipToken.Invalid(_plan.SkipToken!.At);
        var comparisons = _columns.Select((column, i) => (Compare: column.Values.Comparison(token.Values[i]) ?? throw SkipToken.Invalid(_plan.SkipToken!.At), column.IsDescending)).ToArray();
        var boundary = RowsAfter.Boundary(_plan.Entity.Table, token);
        return place =>
        {
            foreach (var (compare, isDescending) in comparisons)
            {
                if (compare(place) is not 0 and var order)
                    return order > 0 != isDescending;
            }
            return _rows[place] > boundary;
        };
    }
}

/// <summary>The order of a search: best match first.</summary>
sealed class FoundColumn(FoundRows found, int[] rows) : SortColumn
{
    public override int Compare(int left, int right) => found.RankOf(rows[left]) - found.RankOf(rows[right]);

    public override string? Text(int index) => found.RankOf(rows[index]).ToString(CultureInfo.InvariantCulture);

    public override Func<int, int>? Comparison(string? text) => int.TryParse(text, out var rank) ? place => found.RankOf(rows[place]).CompareTo(rank) : null;
}

/// <summary>Where a key stands among rows.</summary>
static class RowsAfter
{
    /// <summary>The last row whose key is not after the token's.</summary>
    public static int Boundary(EntityTable table, SkipToken token) => table.Find(token.Key) is var row && row >= 0 ? row : ~row - 1;
}
