namespace AuthorityDirectory.OData.Evaluation;

/// <summary>Whether an element of a collection passes; without a predicate, whether there is an element.</summary>
sealed class Any<T>(Evaluator<IReadOnlyList<T>> source, Variable<T> variable, Evaluator<bool>? predicate, Meter meter) : Evaluator<bool>
{
    public override bool TryGet(out bool value)
    {
        value = source.TryGet(out var items) && (predicate is null ? items.Count > 0 : Passes(items, predicate));
        return true;
    }

    bool Passes(IReadOnlyList<T> items, Evaluator<bool> predicate)
    {
        for (var i = 0; i < items.Count; i++)
        {
            meter.Step();
            variable.Value = items[i];
            if (predicate.TryGet(out var holds) && holds)
                return true;
        }
        return false;
    }
}

/// <summary>Whether every element of a collection passes; true of an empty one.</summary>
sealed class All<T>(Evaluator<IReadOnlyList<T>> source, Variable<T> variable, Evaluator<bool> predicate, Meter meter) : Evaluator<bool>
{
    public override bool TryGet(out bool value)
    {
        value = !source.TryGet(out var items) || Passes(items);
        return true;
    }

    bool Passes(IReadOnlyList<T> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            meter.Step();
            variable.Value = items[i];
            if (!predicate.TryGet(out var holds) || !holds)
                return false;
        }
        return true;
    }
}

/// <summary>How many elements a collection has, or how many of them pass; null when its owner is null.</summary>
sealed class CountOf<T>(Evaluator<IReadOnlyList<T>> source, Variable<T> variable, Evaluator<bool>? predicate, Meter meter) : Evaluator<long>
{
    public override bool TryGet(out long value)
    {
        var known = source.TryGet(out var items);
        value = !known ? 0 : predicate is null ? items!.Count : Passing(items!, predicate);
        return known;
    }

    long Passing(IReadOnlyList<T> items, Evaluator<bool> predicate)
    {
        var passing = 0L;
        for (var i = 0; i < items.Count; i++)
        {
            meter.Step();
            variable.Value = items[i];
            if (predicate.TryGet(out var holds) && holds)
                passing++;
        }
        return passing;
    }
}
