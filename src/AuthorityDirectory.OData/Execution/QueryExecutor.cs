namespace AuthorityDirectory.OData.Execution;

/// <summary>The entities of one answer.</summary>
/// <param name="Rows">In the order of the answer.</param>
/// <param name="Count">How many there are without <c>$top</c>, <c>$skip</c> and paging, if asked for.</param>
/// <param name="Next">Where the next answer goes on, if this one is not all.</param>
sealed record ResultPage(ArraySegment<int> Rows, long? Count, SkipToken? Next);

/// <summary>Carries out a query plan: search, filter, order, skip, top, page.</summary>
/// <param name="plan">The query.</param>
/// <param name="rows">What it is about, ascending.</param>
/// <param name="pageSize">The most rows of one answer; null when the answer has to be whole.</param>
sealed class QueryExecutor(QueryPlan plan, int[] rows, int? pageSize)
{
    readonly SkipToken? _token = plan.SkipToken is { } text ? SkipToken.Parse(text, plan.Mark) : null;

    public ResultPage Run() => plan.OrderBy.Count == 0 && plan.Found is null ? InKeyOrder() : Ordered();

    /// <summary>How many entities pass search and filter.</summary>
    public long Count() => Matching(rows, int.MaxValue).Length;

    long Skip => _token is null ? plan.Skip : 0;

    /// <summary>What <c>$top</c> leaves for this page and the next ones.</summary>
    long Left => plan.Top is { } top ? Math.Max(0, top - (_token?.Taken ?? 0)) : long.MaxValue;

    long Take => Math.Min(Left, pageSize ?? long.MaxValue);

    ResultPage InKeyOrder()
    {
        if (plan.HasCount)
        {
            var all = Matching(rows, int.MaxValue);
            return Page(AfterToken(all)[Skipped(AfterToken(all).Count)..], all.Length, TokenInKeyOrder);
        }
        var start = AfterToken(rows);
        var matching = !plan.HasFilter ? start : Matching(start, AtMost(Skip, Take));
        return Page(matching[Skipped(matching.Count)..], null, TokenInKeyOrder);
    }

    ResultPage Ordered()
    {
        var matching = Matching(rows, int.MaxValue);
        var order = new RowOrder(plan, matching);
        ArraySegment<int> first = order.First(AtMost(Skip, Take), _token);
        return Page(first[Skipped(first.Count)..], plan.HasCount ? matching.Length : null, order.TokenOf);
    }

    /// <summary>Cuts a page off the front of what is left, which may hold more than the page.</summary>
    ResultPage Page(ArraySegment<int> left, long? count, Func<int, long, SkipToken> token)
    {
        if (left.Count <= Take)
            return new ResultPage(left, count, null);
        var page = left[..(int)Take];
        var isMore = Take < Left && page.Count > 0;
        return new ResultPage(page, count, isMore ? token(page[^1], (_token?.Taken ?? 0) + Take) : null);
    }

    SkipToken TokenInKeyOrder(int row, long taken) => new(plan.Mark.Text, taken, [], plan.Entity.Table.KeyOf(row));

    ArraySegment<int> AfterToken(int[] ascending)
    {
        if (_token is null)
            return ascending;
        if (_token.Values.Count > 0)
            throw SkipToken.Invalid(plan.SkipToken!.At);
        var found = Array.BinarySearch(ascending, RowsAfter.Boundary(plan.Entity.Table, _token));
        return new ArraySegment<int>(ascending)[(found >= 0 ? found + 1 : ~found)..];
    }

    int Skipped(int count) => (int)Math.Min(Skip, count);

    static long AtMost(long skip, long take) => take > int.MaxValue - skip - 1 ? int.MaxValue : skip + take + 1;

    /// <summary>The rows that pass search and filter; as soon as more than needed are found, no further ones.</summary>
    int[] Matching(ArraySegment<int> candidates, long needed)
    {
        if (!plan.HasFilter && plan.Found is null)
            return [.. candidates];
        var filter = new RowFilter(plan, candidates.Count);
        var matching = new List<int>();
        foreach (var row in candidates)
        {
            if (!filter.Passes(row))
                continue;
            matching.Add(row);
            if (matching.Count > needed)
                break;
        }
        return [.. matching];
    }
}
