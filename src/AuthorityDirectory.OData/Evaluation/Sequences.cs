using System.Diagnostics.CodeAnalysis;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>The elements of a collection, put into a variable one after another.</summary>
abstract class Sequence
{
    /// <summary>Begins; false when the collection's owner is null.</summary>
    public abstract bool TryOpen(out int count);

    public abstract void MoveTo(int place);
}

sealed class Sequence<T>(Evaluator<IReadOnlyList<T>> source, Variable<T> variable) : Sequence
{
    IReadOnlyList<T> _items = [];

    public override bool TryOpen(out int count)
    {
        var known = source.TryGet(out var items);
        _items = items ?? [];
        count = _items.Count;
        return known;
    }

    public override void MoveTo(int place) => variable.Value = _items[place];
}

/// <summary>The elements of a collection as expressions compute with them.</summary>
sealed class ElementValues<T>(Sequence sequence, Evaluator<T> element, Meter meter) : Evaluator<IReadOnlyList<T>>
{
    public override bool TryGet([MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        var known = sequence.TryOpen(out var count);
        var values = new T[count];
        meter.Step(count);
        for (var place = 0; place < count; place++)
        {
            sequence.MoveTo(place);
            element.TryGet(out values[place]!);
        }
        value = values;
        return known;
    }
}

/// <summary>Values that the request lists; null when one of them is.</summary>
sealed class ListedValues<T>(IReadOnlyList<Evaluator<T>> items) : Evaluator<IReadOnlyList<T>>
{
    public override bool IsConstant => items.All(item => item.IsConstant);

    public override bool TryGet([MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        var values = new List<T>(items.Count);
        foreach (var item in items)
        {
            if (item.TryGet(out var known))
                values.Add(known);
        }
        value = values;
        return values.Count == items.Count;
    }
}

/// <summary>Whether two collections have the same elements in the same order, never null itself.</summary>
sealed class SequenceEquality<T>(Evaluator<IReadOnlyList<T>> left, Evaluator<IReadOnlyList<T>> right, bool isEqual) : Equality<IReadOnlyList<T>>(left, right, isEqual)
{
    protected override bool AreEqual(IReadOnlyList<T> left, IReadOnlyList<T> right) => left.SequenceEqual(right);
}

/// <summary>What the functions of collections do (URL conventions 4.01, sections 5.1.1.5 and 5.1.1.6).</summary>
static class Sequences
{
    /// <summary>Where one collection begins as a piece of another; -1 when it is none.</summary>
    public static long IndexOf<T>(IReadOnlyList<T> whole, IReadOnlyList<T> piece)
    {
        for (var start = 0; start + piece.Count <= whole.Count; start++)
        {
            if (IsAt(whole, piece, start))
                return start;
        }
        return -1;
    }

    public static bool IsAt<T>(IReadOnlyList<T> whole, IReadOnlyList<T> piece, int start) =>
        start >= 0 && start + piece.Count <= whole.Count && Enumerable.Range(0, piece.Count).All(place => AreEqual(whole[start + place], piece[place]));

    /// <summary>Whether the elements of a part occur in the whole, each as often.</summary>
    public static bool HasSubset<T>(IReadOnlyList<T> whole, IReadOnlyList<T> part)
    {
        if (part.Count > whole.Count)
            return false;
        var rest = whole.ToList();
        return part.All(rest.Remove);
    }

    /// <summary>Whether the elements of a part occur in the whole in the same order, perhaps with others between them.</summary>
    public static bool HasSubsequence<T>(IReadOnlyList<T> whole, IReadOnlyList<T> part)
    {
        var found = 0;
        foreach (var item in whole)
        {
            if (found < part.Count && AreEqual(item, part[found]))
                found++;
        }
        return found == part.Count;
    }

    static bool AreEqual<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
