using System.Diagnostics.CodeAnalysis;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;

namespace AuthorityDirectory.OData.Binding;

delegate bool LiteralParser<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>A set of values that expressions compare among each other: texts, whole numbers, dates …</summary>
abstract class Domain
{
    /// <summary>A node whose value is null.</summary>
    public abstract Evaluator Null { get; }

    /// <summary>Reads the text of a literal; null when it is not one of this domain.</summary>
    public abstract Evaluator? Parse(string text);

    public abstract Evaluator<bool> Equality(Evaluator left, Evaluator right, bool isEqual);

    /// <summary>Whether left comes before right, or is equal too.</summary>
    public abstract Evaluator<bool> Order(Evaluator left, Evaluator right, bool orEqual);

    /// <summary>Whether an operand is one of some constants.</summary>
    public abstract Evaluator<bool> Membership(Evaluator operand, IReadOnlyList<Evaluator> constants);

    public abstract Evaluator Case(IReadOnlyList<(Evaluator<bool> Condition, Evaluator Value)> branches);

    public abstract SortKey SortKey(Evaluator key, bool isDescending, string? plainPath);

    /// <summary>The value as a text.</summary>
    public abstract Evaluator<string> Text(Evaluator value);

    /// <summary>The value that a text stands for; null when it stands for none.</summary>
    public abstract Evaluator Parsed(Evaluator<string> text);

    /// <summary>A collection as a list of values.</summary>
    public abstract Evaluator List(Sequence sequence, Evaluator element, Meter meter);

    /// <summary>Values that a request lists.</summary>
    public abstract Evaluator List(IReadOnlyList<Evaluator> items);

    public abstract Evaluator<bool> ListEquality(Evaluator left, Evaluator right, bool isEqual);

    public abstract Evaluator<long> Length(Evaluator list);

    public abstract Evaluator<long> IndexOf(Evaluator whole, Evaluator part);

    /// <summary>A condition on two lists, by the name of its function.</summary>
    public abstract Evaluator<bool> ListTest(string function, Evaluator whole, Evaluator part);
}

abstract class Domain<T>(LiteralParser<T> parse, SortType<T> sort) : Domain
{
    public override Evaluator Null { get; } = new Null<T>();

    public override Evaluator? Parse(string text) => parse(text, out var value) ? new Constant<T>(value) : null;

    public override Evaluator<bool> Membership(Evaluator operand, IReadOnlyList<Evaluator> constants) =>
        new Membership<T>((Evaluator<T>)operand, constants.OfType<Constant<T>>().Select(constant => constant.Value), constants.OfType<Null<T>>().Any());

    public override Evaluator Case(IReadOnlyList<(Evaluator<bool> Condition, Evaluator Value)> branches) =>
        new Case<T>([.. branches.Select(branch => (branch.Condition, (Evaluator<T>)branch.Value))]);

    public override SortKey SortKey(Evaluator key, bool isDescending, string? plainPath) => new SortKey<T>((Evaluator<T>)key, sort, isDescending, plainPath);

    public override Evaluator<string> Text(Evaluator value) => new Map<T, string>((Evaluator<T>)value, sort.Format);

    public override Evaluator Parsed(Evaluator<string> text) => new Parse<T>(text, parse);

    public override Evaluator List(Sequence sequence, Evaluator element, Meter meter) => new ElementValues<T>(sequence, (Evaluator<T>)element, meter);

    public override Evaluator List(IReadOnlyList<Evaluator> items)
    {
        var list = new ListedValues<T>([.. items.Cast<Evaluator<T>>()]);
        return list.IsConstant ? list.Fold() : list;
    }

    public override Evaluator<bool> ListEquality(Evaluator left, Evaluator right, bool isEqual) =>
        new SequenceEquality<T>((Evaluator<IReadOnlyList<T>>)left, (Evaluator<IReadOnlyList<T>>)right, isEqual);

    public override Evaluator<long> Length(Evaluator list) => new Map<IReadOnlyList<T>, long>((Evaluator<IReadOnlyList<T>>)list, values => values.Count);

    public override Evaluator<long> IndexOf(Evaluator whole, Evaluator part) =>
        new Map<IReadOnlyList<T>, IReadOnlyList<T>, long>((Evaluator<IReadOnlyList<T>>)whole, (Evaluator<IReadOnlyList<T>>)part, Sequences.IndexOf);

    public override Evaluator<bool> ListTest(string function, Evaluator whole, Evaluator part) => new Map<IReadOnlyList<T>, IReadOnlyList<T>, bool>(
        (Evaluator<IReadOnlyList<T>>)whole, (Evaluator<IReadOnlyList<T>>)part, function switch
        {
            "contains" => (all, some) => Sequences.IndexOf(all, some) >= 0,
            "startswith" => (all, some) => Sequences.IsAt(all, some, 0),
            "endswith" => (all, some) => Sequences.IsAt(all, some, all.Count - some.Count),
            "hassubset" => Sequences.HasSubset,
            _ => Sequences.HasSubsequence,
        });
}

sealed class ValueDomain<T>(LiteralParser<T> parse, SortType<T> sort) : Domain<T>(parse, sort)
    where T : struct, IComparable<T>, IEquatable<T>
{
    public override Evaluator<bool> Equality(Evaluator left, Evaluator right, bool isEqual) =>
        new ValueEquality<T>((Evaluator<T>)left, (Evaluator<T>)right, isEqual);

    public override Evaluator<bool> Order(Evaluator left, Evaluator right, bool orEqual) =>
        new ValueOrder<T>((Evaluator<T>)left, (Evaluator<T>)right, orEqual);
}

sealed class TextDomain(LiteralParser<string> parse, SortType<string> sort) : Domain<string>(parse, sort)
{
    public override Evaluator<bool> Equality(Evaluator left, Evaluator right, bool isEqual) =>
        new TextEquality((Evaluator<string>)left, (Evaluator<string>)right, isEqual);

    public override Evaluator<bool> Order(Evaluator left, Evaluator right, bool orEqual) =>
        new TextOrder((Evaluator<string>)left, (Evaluator<string>)right, orEqual);
}

sealed class TruthDomain(LiteralParser<bool> parse, SortType<bool> sort) : Domain<bool>(parse, sort)
{
    public override Evaluator<bool> Equality(Evaluator left, Evaluator right, bool isEqual) =>
        new TruthEquality((Evaluator<bool>)left, (Evaluator<bool>)right, isEqual);

    public override Evaluator<bool> Order(Evaluator left, Evaluator right, bool orEqual) => new ValueOrder<int>(Number(left), Number(right), orEqual);

    static Map<bool, int> Number(Evaluator truth) => new((Evaluator<bool>)truth, value => value ? 1 : 0);
}
