using System.Collections.Frozen;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Writing;

/// <summary>What may be given in one JSON object: some properties of a structured type, or the parameters of an action.</summary>
public class InputShape
{
    FrozenDictionary<string, InputMember>? _byName;

    internal InputShape(IReadOnlyList<InputMember> members) => Members = members;

    /// <summary>What may be given, in the order of declaration.</summary>
    public IReadOnlyList<InputMember> Members { get; }

    /// <summary>The structured type whose properties these are; null of the parameters of an action.</summary>
    public StructuredType? Type { get; private set; }

    internal InputMember? Find(string name) => _byName!.GetValueOrDefault(name);

    internal void Resolve(TypeCatalogue types, StructuredType? type, string usedBy)
    {
        if (_byName is not null)
            return;
        if (Members.GroupBy(member => member.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ModelException($"{usedBy} takes {twice.Key} twice.");
        Type = type;
        _byName = Members.ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (var member in Members)
            Resolve(member, types, usedBy);
    }

    void Resolve(InputMember member, TypeCatalogue types, string usedBy)
    {
        member.Resolve(types);
        if (Type is null)
            return;
        if (Type.Find(member.Name) is not StructuralProperty property || property.IsCollection != member.IsCollection || property.Type.QualifiedName != member.Type.QualifiedName)
            throw new ModelException($"{usedBy} takes {member.Name} as {(member.IsCollection ? $"a collection of {member.Type}" : member.Type)}, which {Type} does not have.");
        member.TakeFrom(property);
    }
}

/// <summary>What of a complex value may be given, and what the host's code makes of it.</summary>
/// <typeparam name="T">What is made of it.</typeparam>
public sealed class InputShape<T> : InputShape
    where T : notnull
{
    readonly string _typeName;
    readonly Func<InputValues, T> _make;

    internal InputShape(string typeName, IReadOnlyList<InputMember> members, Func<InputValues, T> make) : base(members) => (_typeName, _make) = (typeName, make);

    internal T Make(InputValues values) => _make(values);

    internal void Resolve(TypeCatalogue types) => Resolve(types, types.Complex(_typeName), $"The input of {_typeName}");
}
