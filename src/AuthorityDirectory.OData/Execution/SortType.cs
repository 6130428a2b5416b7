using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;

namespace AuthorityDirectory.OData.Execution;

/// <summary>How values of one kind are ordered, and written into and read from a skip token.</summary>
/// <param name="Comparer">The order; nulls come before everything else.</param>
/// <param name="Format">A value as text, without loss.</param>
/// <param name="Parse">The way back.</param>
/// <param name="Prepare">What is compared instead of the value, such as a text without case and accents.</param>
sealed record SortType<T>(IComparer<T> Comparer, Func<T, string> Format, LiteralParser<T> Parse, Func<T, T>? Prepare = null);

/// <summary>The value that an entity is ordered by: known or null.</summary>
readonly record struct SortValue<T>(bool IsKnown, T Value)
{
    public static SortValue<T> Of(Evaluator<T> key, SortType<T> type) =>
        key.TryGet(out var value) ? new SortValue<T>(true, type.Prepare is null ? value : type.Prepare(value)) : default;

    /// <summary>Reads what <see cref="SortType{T}.Format"/> wrote; null is null.</summary>
    public static bool TryParse(string? text, SortType<T> type, out SortValue<T> value)
    {
        var parsed = default(T);
        var isValue = text is null || type.Parse(text, out parsed);
        value = text is null || !isValue ? default : new SortValue<T>(true, parsed!);
        return isValue;
    }

    public static int Compare(in SortValue<T> left, in SortValue<T> right, IComparer<T> comparer) =>
        left.IsKnown && right.IsKnown ? comparer.Compare(left.Value, right.Value) : left.IsKnown.CompareTo(right.IsKnown);
}
