namespace AuthorityDirectory.OData.Evaluation;

/// <summary>Whether two complex values have equal properties; null equals null and nothing else.</summary>
/// <param name="left">One value.</param>
/// <param name="right">The other.</param>
/// <param name="l">The variable that <paramref name="properties"/> read for the one.</param>
/// <param name="r">And for the other.</param>
/// <param name="properties">Whether each property is equal.</param>
/// <param name="isEqual">Whether it is asked for equality.</param>
sealed class StructureEquality<T>(Evaluator<T> left, Evaluator<T> right, Variable<T> l, Variable<T> r, IReadOnlyList<Evaluator<bool>> properties, bool isEqual)
    : Equality<T>(left, right, isEqual)
{
    protected override bool AreEqual(T left, T right)
    {
        (l.Value, r.Value) = (left, right);
        return properties.All(property => property.TryGet(out var same) && same);
    }
}

/// <summary>Whether a complex value has the properties that the request lists.</summary>
sealed class StructureMatch<T>(Evaluator<T> value, Variable<T> self, IReadOnlyList<Evaluator<bool>> properties, bool isEqual) : Evaluator<bool>
{
    public override bool TryGet(out bool result)
    {
        result = (value.TryGet(out var known) && Matches(known)) == isEqual;
        return true;
    }

    bool Matches(T known)
    {
        self.Value = known;
        return properties.All(property => property.TryGet(out var same) && same);
    }
}

/// <summary>Whether two entities are the same.</summary>
sealed class EntityEquality<T>(Evaluator<T> left, Evaluator<T> right, bool isEqual) : Equality<T>(left, right, isEqual)
{
    protected override bool AreEqual(T left, T right) => ReferenceEquals(left, right);
}
