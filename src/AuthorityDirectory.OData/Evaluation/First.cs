using System.Diagnostics.CodeAnalysis;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>The first element that passes; null when none does.</summary>
sealed class First<T>(Evaluator<IReadOnlyList<T>> source, Variable<T> variable, Evaluator<bool> predicate, Meter meter) : Evaluator<T>
{
    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!source.TryGet(out var items))
            return false;
        foreach (var item in items)
        {
            meter.Step();
            variable.Value = value = item;
            if (predicate.TryGet(out var holds) && holds)
                return true;
        }
        return false;
    }
}
