using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Plans what <c>$expand</c> asks for (URL conventions 4.01, section 5.1.3).</summary>
sealed class ExpansionBinder(BindingContext context, ODataSnapshot snapshot, QueryBinder queries)
{
    public IReadOnlyList<Expansion> Bind(EntityType type, Scope scope, IReadOnlyList<ItemSyntax> items, int depth)
    {
        var expansions = new Dictionary<NavigationProperty, (Expansion Expansion, bool IsNamed)>();
        foreach (var item in items.Select(item => WithoutCast(type.QualifiedName, item)))
        {
            if (depth > context.Limits.MaxExpandDepth)
                throw item.At.Exceeds(nameof(context.Limits.MaxExpandDepth), context.Limits.MaxExpandDepth);
            foreach (var property in Properties(type, item))
            {
                var (isNamed, wasNamed) = (item.Path[0].Name != "*", expansions.TryGetValue(property, out var before) && before.IsNamed);
                if (isNamed && wasNamed)
                    throw item.At.Invalid(ErrorCode.DuplicateOption, $"{property.Name} is expanded twice");
                if (!wasNamed)
                    expansions[property] = (Expansion(property, scope, item, depth), isNamed);
            }
        }
        return [.. type.NavigationProperties.Where(expansions.ContainsKey).Select(property => expansions[property].Expansion)];
    }

    /// <summary>The item without a cast to the type that it has anyway, where something follows that.</summary>
    static ItemSyntax WithoutCast(string type, ItemSyntax item) =>
        item.Path is [var cast, _, ..] && cast.Name == type ? item with { Path = [.. item.Path.Skip(1)] } : item;

    static IEnumerable<NavigationProperty> Properties(EntityType type, ItemSyntax item)
    {
        var (name, at) = item.Path[0];
        if (name == "*")
            return type.NavigationProperties;
        return type.Find(name) switch
        {
            NavigationProperty property => [property],
            StructuralProperty => throw at.Invalid(ErrorCode.UnknownName, $"{name} is part of the entity itself; use $select"),
            _ => throw at.Invalid(ErrorCode.UnknownName, Suggestions.Append($"{type} has no navigation property '{name}'", name, type.NavigationProperties.Select(p => p.Name))),
        };
    }

    Expansion Expansion(NavigationProperty property, Scope scope, ItemSyntax item, int depth)
    {
        if (item.Path is [var first, var cast, ..] && cast.Name == property.Target.QualifiedName)
            item = item with { Path = [first, .. item.Path.Skip(2)] };
        var form = Form(property, item);
        RefuseOptions(property, form, item);
        var target = snapshot[snapshot.Model.BaseSetOf(property.Target)];
        var query = queries.Query(target.Set, target.Table, item.Options, depth, scope);
        var next = new NextLink(string.Join('/', item.Path.Skip(1).Select(name => name.Name).Prepend(property.Name)), item.Options.Written, context.AliasOptions, context.Limits);
        return new Expansion(property, target.Set, property.Reader(context.View, scope.This.Evaluator, target.Table), form, query, next);
    }

    static ExpansionForm Form(NavigationProperty property, ItemSyntax item) => item.Path switch
    {
        [_] => ExpansionForm.Entities,
        [_, { Name: "$ref" }] => ExpansionForm.References,
        [_, { Name: "$count" }] when property.IsCollection => ExpansionForm.Count,
        [_, var next, ..] => throw next.At.Invalid(ErrorCode.UnknownName, $"'{next.Name}' cannot follow {property.Name} here; expand further by {property.Name}($expand=…)"),
        _ => throw new InvalidOperationException("An item has a path."),
    };

    static void RefuseOptions(NavigationProperty property, ExpansionForm form, ItemSyntax item)
    {
        var options = item.Options;
        if (!property.IsCollection && options != QuerySyntax.Empty with { Select = options.Select, Expand = options.Expand, Compute = options.Compute, Written = options.Written })
            throw item.At.Invalid(ErrorCode.OptionNotAllowed, $"{property.Name} leads to one entity; only $select, $expand and $compute can stand in its brackets");
        foreach (var (option, _) in options.Written.Where(given => !IsAllowed(given.Option, form)))
            throw item.At.Invalid(ErrorCode.OptionNotAllowed, $"{option.Written()} has no meaning with {item.Path[1].Name}");
    }

    static bool IsAllowed(SystemOption option, ExpansionForm form) => form switch
    {
        ExpansionForm.Entities => true,
        ExpansionForm.References => option is not (SystemOption.Select or SystemOption.Expand or SystemOption.Compute),
        _ => option is SystemOption.Filter or SystemOption.Search,
    };
}
