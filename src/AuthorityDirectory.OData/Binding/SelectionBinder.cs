using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>What <c>$select</c> chose.</summary>
/// <param name="Selection">The structural properties, in the type's order.</param>
/// <param name="Names">The items as a context URL names them.</param>
sealed record BoundSelection(Selection Selection, IReadOnlyList<string> Names);

/// <summary>Finds the properties that <c>$select</c> names (URL conventions 4.01, section 5.1.4).</summary>
/// <param name="type">Whose properties.</param>
/// <param name="arrange">Binds the options in brackets behind a collection of some type.</param>
/// <param name="computed">The names that <c>$compute</c> defined.</param>
sealed class SelectionBinder(StructuredType type, Func<ODataType, QuerySyntax, Arrangement> arrange, IEnumerable<string> computed)
{
    readonly Dictionary<StructuralProperty, (SelectionBinder? Within, Arrangement? Arrangement)> _chosen = [];
    readonly List<string> _names = [];

    public BoundSelection Bind(IReadOnlyList<ItemSyntax> items)
    {
        foreach (var item in items)
            Add(item.Path, item.Options);
        return new BoundSelection(Chosen(), [.. _names.Distinct()]);
    }

    Selection Chosen() => new([.. type.Properties.Where(_chosen.ContainsKey).Select(property => new SelectedProperty(property, _chosen[property].Within?.Chosen(), _chosen[property].Arrangement))]);

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
        if (path.Count == 1 && options == QuerySyntax.Empty && computed.Contains(name))
            return name;
        if (name.StartsWith('$'))
            throw at.Invalid(ErrorCode.UnknownName, $"'{name}' cannot be selected");
        return type.Find(name) switch
        {
            StructuralProperty property => AddProperty(property, path, options),
            NavigationProperty navigation when path.Count == 1 => navigation.Name,
            NavigationProperty navigation => throw at.Invalid(ErrorCode.UnknownName, $"{navigation.Name} leads to other entities; select within it by $expand={name}($select=…)"),
            _ => throw at.Invalid(ErrorCode.UnknownName, Suggestions.Append($"{type} has no property '{name}'", name, type.PropertyNames.Concat(computed))),
        };
    }

    string AddAll()
    {
        foreach (var property in type.Properties)
            _chosen[property] = default;
        return "*";
    }

    string AddProperty(StructuralProperty property, IReadOnlyList<PathName> path, QuerySyntax options)
    {
        if (path is [var first, var cast, ..] && cast.Name == property.Type.QualifiedName)
            path = [first, .. path.Skip(2)];
        var arrangement = path.Count == 1 ? Arrangement(property, options, path[0].At) : null;
        if (path.Count == 1 && options.Select is null)
        {
            _chosen[property] = (null, arrangement);
            return property.Name;
        }
        if (property.Type is not ComplexType complex)
            throw path[^1].At.Invalid(ErrorCode.UnknownName, $"{property.Name} is of {property.Type}, which has no properties to select");
        var within = _chosen.TryGetValue(property, out var chosen) ? chosen.Within ?? SelectionOfAll(complex) : new SelectionBinder(complex, arrange, []);
        _chosen[property] = (within, arrangement ?? chosen.Arrangement);
        IReadOnlyList<string> names = path.Count > 1 ? [within.Add([.. path.Skip(1)], options)] : within.Bind(options.Select!).Names;
        return string.Join(',', names.Select(name => $"{property.Name}/{name}"));
    }

    SelectionBinder SelectionOfAll(ComplexType complex)
    {
        var all = new SelectionBinder(complex, arrange, []);
        all.AddAll();
        return all;
    }

    /// <summary>The options in brackets behind a property, other than <c>$select</c>.</summary>
    Arrangement? Arrangement(StructuralProperty property, QuerySyntax options, Location at)
    {
        foreach (var (option, _) in options.Written)
        {
            if (option is SystemOption.Compute or SystemOption.Search or SystemOption.Expand)
                throw at.NotImplemented($"{option.Written()} within an item of $select is not implemented");
            if (option != SystemOption.Select && !property.IsCollection)
                throw at.Invalid(ErrorCode.OptionNotAllowed, $"{property.Name} is one value; only $select can stand in its brackets");
        }
        return options.Written.Any(nested => nested.Option != SystemOption.Select) ? arrange(property.Type, options) : null;
    }
}
