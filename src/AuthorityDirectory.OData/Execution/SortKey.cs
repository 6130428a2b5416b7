using AuthorityDirectory.OData.Evaluation;

namespace AuthorityDirectory.OData.Execution;

/// <summary>One key of <c>$orderby</c>, bound.</summary>
abstract class SortKey(bool isDescending)
{
    public bool IsDescending { get; } = isDescending;

    /// <summary>The key's values of some rows.</summary>
    /// <param name="table">Where the rows are; null when they are places in a list of values.</param>
    /// <param name="cursor">Puts a row into the variable of the key.</param>
    /// <param name="rows">The rows, in key order.</param>
    public abstract SortColumn Column(EntityTable? table, RowCursor cursor, int[] rows);
}

/// <summary>The values of a sort key; an index is a place among the rows that are sorted.</summary>
abstract class SortColumn
{
    public abstract int Compare(int left, int right);

    /// <summary>The value as a skip token holds it; null when it is null.</summary>
    public abstract string? Text(int index);

    /// <summary>Compares with a value that a skip token holds.</summary>
    /// <returns>Null when the text is no value of this key.</returns>
    public abstract Func<int, int>? Comparison(string? text);
}

sealed class SortKey<T>(Evaluator<T> key, SortType<T> type, bool isDescending, string? plainPath) : SortKey(isDescending)
{
    public override SortColumn Column(EntityTable? table, RowCursor cursor, int[] rows)
    {
        if (plainPath is null || table is null)
            return new ValueColumn<T>([.. rows.Select(row => Value(cursor, row))], type);
        var index = table.Ranks(plainPath, () => new RankIndex<T>([.. Enumerable.Range(0, table.Count).Select(row => Value(cursor, row))], type));
        return new RankColumn<T>((RankIndex<T>)index, rows, type);
    }

    SortValue<T> Value(RowCursor cursor, int row)
    {
        cursor.MoveTo(row);
        return SortValue<T>.Of(key, type);
    }
}

/// <summary>Values that were computed for this request.</summary>
sealed class ValueColumn<T>(SortValue<T>[] values, SortType<T> type) : SortColumn
{
    public override int Compare(int left, int right) => SortValue<T>.Compare(values[left], values[right], type.Comparer);

    public override string? Text(int index) => values[index].IsKnown ? type.Format(values[index].Value) : null;

    public override Func<int, int>? Comparison(string? text)
    {
        return SortValue<T>.TryParse(text, type, out var value) ? index => SortValue<T>.Compare(values[index], value, type.Comparer) : null;
    }
}

/// <summary>Ranks that were made once for the view.</summary>
sealed class RankColumn<T>(RankIndex<T> index, int[] rows, SortType<T> type) : SortColumn
{
    readonly int[] _ranks = index.Ranks;

    public override int Compare(int left, int right) => _ranks[rows[left]] - _ranks[rows[right]];

    public override string? Text(int place)
    {
        var value = index.ValueOf(rows[place]);
        return value.IsKnown ? type.Format(value.Value) : null;
    }

    public override Func<int, int>? Comparison(string? text)
    {
        if (!SortValue<T>.TryParse(text, type, out var value))
            return null;
        var rank = index.RankOf(value);
        return place => _ranks[rows[place]] - rank;
    }
}
