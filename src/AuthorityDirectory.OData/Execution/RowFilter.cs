using AuthorityDirectory.OData.Evaluation;

namespace AuthorityDirectory.OData.Execution;

/// <summary>A condition whose rows are kept with the view.</summary>
/// <param name="Key">Tells it from every other condition on entities of its type.</param>
/// <param name="Condition">Says of one row whether it holds.</param>
sealed record KeptCondition(string Key, Evaluator<bool> Condition);

/// <summary>Some rows of a table, a bit for each row that it has.</summary>
sealed class RowSet(int count)
{
    readonly ulong[] _words = new ulong[(count + 63) / 64];

    public void Add(int row) => _words[row >> 6] |= 1UL << row;

    public bool Contains(int row) => (_words[row >> 6] >> row & 1) != 0;
}

/// <summary>Whether a row passes search and filter: what is known of it already is looked at first.</summary>
sealed class RowFilter
{
    /// <summary>Where fewer than one in so many rows are asked about, what is not kept yet is not computed for all of them.</summary>
    const int WorthKeeping = 8;

    readonly QueryPlan _plan;
    readonly List<RowSet> _known = [];
    readonly List<Evaluator<bool>> _open = [];

    /// <param name="plan">The query.</param>
    /// <param name="candidates">How many rows are going to be asked about.</param>
    public RowFilter(QueryPlan plan, int candidates)
    {
        _plan = plan;
        foreach (var kept in plan.Kept)
        {
            if (plan.Entity.Table.Kept(kept.Key, () => candidates * WorthKeeping < plan.Entity.Table.Count ? null : Rows(kept.Condition)) is { } rows)
                _known.Add(rows);
            else
                _open.Add(kept.Condition);
        }
        if (plan.Filter is not null)
            _open.Add(plan.Filter);
    }

    public bool Passes(int row)
    {
        if (_plan.Found?.Contains(row) == false)
            return false;
        foreach (var known in _known)
        {
            if (!known.Contains(row))
                return false;
        }
        return _open.Count == 0 || Holds(row);
    }

    bool Holds(int row)
    {
        _plan.Meter.Step();
        _plan.Entity.Cursor.MoveTo(row);
        foreach (var condition in _open)
        {
            if (!condition.TryGet(out var holds) || !holds)
                return false;
        }
        return true;
    }

    RowSet Rows(Evaluator<bool> condition)
    {
        var (table, rows) = (_plan.Entity.Table, new RowSet(_plan.Entity.Table.Count));
        for (var row = 0; row < table.Count; row++)
        {
            _plan.Meter.Step();
            _plan.Entity.Cursor.MoveTo(row);
            if (condition.TryGet(out var holds) && holds)
                rows.Add(row);
        }
        return rows;
    }
}
