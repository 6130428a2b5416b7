using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>What <c>$select</c> chose.</summary>
/// <param name="Selection">The structural properties, in the type's order.</param>
/// <param name="Names">The items as a context URL names them.</param>
sealed record BoundSelection(Selection Selection, IReadOnlyList<string> Names);

/// <summary>Finds the properties that <c>$select</c> names (URL conventions 4.01, section 5.1.4).</summary>
sealed class SelectionBinder(StructuredType type)
{
    readonly Dictionary<StructuralProperty, SelectionBinder?> _chosen = [];
    readonly List<string> _names = [];

    public BoundSelection Bind(IReadOnlyList<ItemSyntax> items)
    {
        foreach (var item in items)
            Add(item.Path, item.Options);
        return new BoundSelection(Chosen(), [.. _names.Distinct()]);
    }

    Selection Chosen() => new([.. type.Properties.Where(_chosen.ContainsKey).Select(property => (property, _chosen[property]?.Chosen()))]);

    string Add(IReadOnlyList<PathName> path, QuerySyntax options)
    {
        var name = AddFirst(path, options);
        _names.Add(name);
        return name;
    }

    string AddFirst(IReadOnlyList<PathName> path, QuerySyntax options)
    {
        var (name, at) = path[0];
        if (name == "*" && path.Count == 1)
            return AddAll();
        if (name == type.QualifiedName && path.Count > 1)
            return AddFirst([.. path.Skip(1)], options);
        if (name.StartsWith('$'))
            throw at.Invalid(ErrorCode.UnknownName, $"'{name}' cannot be selected");
        return type.Find(name) switch
        {
            StructuralProperty property => AddProperty(property, path, options),
            NavigationProperty navigation when path.Count == 1 => navigation.Name,
            NavigationProperty navigation => throw at.Invalid(ErrorCode.UnknownName, $"{navigation.Name} leads to other entities; select within it by $expand={name}($select=…)"),
            _ => throw at.Invalid(ErrorCode.UnknownName, Suggestions.Append($"{type} has no property '{name}'", name, type.PropertyNames)),
        };
    }

    string AddAll()
    {
        foreach (var property in type.Properties)
            _chosen[property] = null;
        return "*";
    }

    string AddProperty(StructuralProperty property, IReadOnlyList<PathName> path, QuerySyntax options)
    {
        RefuseOthersThanSelect(options, path[0].At);
        if (path.Count == 1 && options.Select is null)
        {
            _chosen[property] = null;
            return property.Name;
        }
        if (property.Type is not ComplexType complex)
            throw path[^1].At.Invalid(ErrorCode.UnknownName, $"{property.Name} is of {property.Type}, which has no properties to select");
        var within = _chosen.TryGetValue(property, out var chosen) ? chosen ?? SelectionOfAll(complex) : new SelectionBinder(complex);
        _chosen[property] = within;
        IReadOnlyList<string> names = path.Count > 1 ? [within.Add([.. path.Skip(1)], options)] : within.Bind(options.Select!).Names;
        return string.Join(',', names.Select(name => $"{property.Name}/{name}"));
    }

    static SelectionBinder SelectionOfAll(ComplexType complex)
    {
        var all = new SelectionBinder(complex);
        all.AddAll();
        return all;
    }

    static void RefuseOthersThanSelect(QuerySyntax options, Location at)
    {
        if (options != QuerySyntax.Empty && options != QuerySyntax.Empty with { Select = options.Select })
            throw at.NotImplemented("Within an item of $select only $select is implemented");
    }
}
