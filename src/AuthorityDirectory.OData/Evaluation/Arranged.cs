using System.Diagnostics.CodeAnalysis;
using AuthorityDirectory.OData.Execution;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>Which values of a collection are wanted, and in what order.</summary>
/// <param name="Variable">What filter and order are about.</param>
/// <param name="Meter">Spends the steps of one evaluation of them.</param>
sealed record Arrangement(Evaluator Variable, Meter Meter)
{
    public Evaluator<bool>? Filter { get; init; }
    public IReadOnlyList<SortKey> OrderBy { get; init; } = [];
    public long Skip { get; init; }
    public long? Top { get; init; }

    /// <summary>Whether the answer says how many pass the filter.</summary>
    public bool HasCount { get; init; }
}

/// <summary>The elements of a collection that an arrangement wants; null when the collection's owner is null.</summary>
sealed class Arranged<T>(Evaluator<IReadOnlyList<T>> source, Arrangement arrangement) : Evaluator<IReadOnlyList<T>>
{
    readonly Variable<T> _variable = (Variable<T>)arrangement.Variable;

    public override bool TryGet([MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        var known = source.TryGet(out var items);
        value = known ? [.. Ordered(items!, Passing(items!)).Skip(Clamp(arrangement.Skip)).Take(Clamp(arrangement.Top ?? int.MaxValue)).Select(place => items![place])] : null;
        return known;
    }

    int[] Passing(IReadOnlyList<T> items)
    {
        arrangement.Meter.Step(items.Count);
        return arrangement.Filter is null ? [.. Enumerable.Range(0, items.Count)] : [.. Enumerable.Range(0, items.Count).Where(place => Passes(items[place], arrangement.Filter))];
    }

    bool Passes(T item, Evaluator<bool> filter)
    {
        _variable.Value = item;
        return filter.TryGet(out var holds) && holds;
    }

    IEnumerable<int> Ordered(IReadOnlyList<T> items, int[] places)
    {
        if (arrangement.OrderBy.Count == 0)
            return places;
        var cursor = new ListCursor(_variable, items);
        var columns = arrangement.OrderBy.Select(key => (Values: key.Column(null, cursor, places), key.IsDescending)).ToList();
        return Enumerable.Range(0, places.Length)
            .Order(Comparer<int>.Create((left, right) => columns.Select(column => column.IsDescending ? column.Values.Compare(right, left) : column.Values.Compare(left, right)).FirstOrDefault(order => order != 0)))
            .Select(index => places[index]);
    }

    static int Clamp(long number) => (int)Math.Min(number, int.MaxValue);

    sealed class ListCursor(Variable<T> variable, IReadOnlyList<T> items) : RowCursor
    {
        public override void MoveTo(int row) => variable.Value = items[row];
    }
}
