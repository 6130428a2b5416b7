using System.Collections.Frozen;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>The binary operators by name, with how tightly they bind (URL conventions 4.01, section 5.1.1.17).</summary>
static class Operators
{
    public const int Loosest = 1;
    public const int Tightest = 7;

    static readonly FrozenDictionary<string, (Operator Operator, int Level)> _byName = new Dictionary<string, (Operator, int)>
    {
        ["or"] = (Operator.Or, 1),
        ["and"] = (Operator.And, 2),
        ["eq"] = (Operator.Eq, 3),
        ["ne"] = (Operator.Ne, 3),
        ["gt"] = (Operator.Gt, 4),
        ["ge"] = (Operator.Ge, 4),
        ["lt"] = (Operator.Lt, 4),
        ["le"] = (Operator.Le, 4),
        ["add"] = (Operator.Add, 5),
        ["sub"] = (Operator.Sub, 5),
        ["mul"] = (Operator.Mul, 6),
        ["div"] = (Operator.Div, 6),
        ["divby"] = (Operator.DivBy, 6),
        ["mod"] = (Operator.Mod, 6),
        ["has"] = (Operator.Has, Tightest),
        ["in"] = (Operator.In, Tightest),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, (Operator Operator, int Level)>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        _byName.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryFind(ReadOnlySpan<char> name, out (Operator Operator, int Level) found) => _lookup.TryGetValue(name, out found);
}
