using System.Collections.Frozen;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>The query options that the standard defines (URL conventions 4.01, section 5.1; temporal extension for <c>$at</c>).</summary>
enum SystemOption
{
    Apply, At, Compute, Count, DeltaToken, Expand, Filter, Format, From, Id, Index, Levels, OrderBy, SchemaVersion, Search, Select, Skip, SkipToken, To, ToInclusive, Top,
}

static class SystemOptions
{
    static readonly FrozenDictionary<string, SystemOption> _byName =
        Enum.GetValues<SystemOption>().ToFrozenDictionary(option => option.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds an option by its name with or without <c>$</c>, in whatever case.</summary>
    public static bool TryFind(string name, out SystemOption option) => _byName.TryGetValue(name.StartsWith('$') ? name[1..] : name, out option);

    /// <summary>The option as the standard writes it, such as <c>$orderby</c>.</summary>
    public static string Written(this SystemOption option) => "$" + option.ToString().ToLowerInvariant();

    /// <summary>Whether it can stand in brackets behind an item of <c>$expand</c> or <c>$select</c>.</summary>
    public static bool IsNested(this SystemOption option) => option is
        SystemOption.Filter or SystemOption.OrderBy or SystemOption.Select or SystemOption.Expand or SystemOption.Top or SystemOption.Skip or
        SystemOption.Count or SystemOption.Search or SystemOption.Compute or SystemOption.Levels or SystemOption.Apply or
        SystemOption.At or SystemOption.From or SystemOption.To or SystemOption.ToInclusive;
}
