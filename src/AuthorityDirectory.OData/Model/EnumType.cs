using System.Collections.Frozen;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Payload;

namespace AuthorityDirectory.OData.Model;

/// <summary>An enumeration: its members in the order of comparison.</summary>
public abstract class EnumType : ODataType
{
    readonly FrozenDictionary<string, int> _ordinals;

    private protected EnumType(string qualifiedName, string name, string? description, IReadOnlyList<(string Name, string? Description)> members)
        : base(qualifiedName, name, description)
    {
        Members = members;
        _ordinals = members.Select((member, ordinal) => (member.Name, ordinal)).ToFrozenDictionary(m => m.Name, m => m.ordinal, StringComparer.Ordinal);
    }

    /// <summary>The members; a member's place is its value in <c>$metadata</c>.</summary>
    public IReadOnlyList<(string Name, string? Description)> Members { get; }

    internal bool TryParse(string name, out int ordinal) => _ordinals.TryGetValue(name, out ordinal);
}

/// <summary>An enumeration as getters return it.</summary>
sealed class EnumType<T>(string qualifiedName, string name, string? description, IReadOnlyList<EnumMember<T>> members)
    : EnumType(qualifiedName, name, description, [.. members.Select(member => (member.Name, member.Description))])
    where T : notnull
{
    readonly FrozenDictionary<T, int> _ordinals = members.Select((member, ordinal) => (member.Value, ordinal)).ToFrozenDictionary(m => m.Value, m => m.ordinal);

    internal override ElementFactory Elements { get; } = new ElementFactory<T>();

    internal override Evaluator Computable(Evaluator value) => new Map<T, int>((Evaluator<T>)value, Ordinal);

    internal override ValueWriter Writer(Evaluator value, object view, PayloadStyle style, Selection? selection) => new EnumWriter<T>((Evaluator<T>)value, this);

    internal T ValueOf(int ordinal) => members[ordinal].Value;

    internal int Ordinal(T value) =>
        _ordinals.TryGetValue(value, out var ordinal) ? ordinal : throw new ModelException($"{value} is not a member of {QualifiedName}.");
}
