using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Makes the plan of a query from its options.</summary>
sealed class QueryBinder(BindingContext context, ODataSnapshot snapshot, PayloadStyle style)
{
    readonly ExpressionBinder _expressions = new(context);

    /// <summary>A query about the entities of a table.</summary>
    /// <param name="set">The set that they are asked for through; the one whose search counts.</param>
    /// <param name="table">Where they are.</param>
    /// <param name="query">The options.</param>
    /// <param name="depth">How many <c>$expand</c> are around.</param>
    public QueryPlan Query(EntitySource set, EntityTable table, QuerySyntax query, int depth = 0)
    {
        var variable = table.Type.Elements.Variable();
        var it = Scope.Of(new Operand(table.Type, variable, new SourceText("$it", "").At(0)) { PlainPath = "" });
        var before = _expressions.Nodes;
        var filter = query.Filter is null ? null : _expressions.Condition(query.Filter, it);
        var orderBy = query.OrderBy.Select(key => SortKey(key, it)).ToList();
        var meter = new Meter(context.Budget) { Weight = 1 + _expressions.Nodes - before };
        return new QueryPlan(Entity(table, variable, query, depth))
        {
            Filter = filter,
            Meter = meter,
            OrderBy = orderBy,
            Found = query.Search is null ? null : new SearchBinder(context.View, set, table).Find(query.Search),
            Top = query.Top?.Value,
            Skip = query.Skip?.Value ?? 0,
            HasCount = query.Count?.Value ?? false,
            SkipToken = query.SkipToken,
        };
    }

    /// <summary>A query about values.</summary>
    public Arrangement Values(ODataType type, QuerySyntax query)
    {
        var variable = type.Elements.Variable();
        return Arrangement(variable, Scope.OfValue(new Operand(type, type.Computable(variable), new SourceText("$it", "").At(0))), query);
    }

    /// <summary>What of a value is written; null for all of it.</summary>
    public static BoundSelection? SelectionOf(ODataType type, QuerySyntax query) =>
        query.Select is null || type is not StructuredType structured ? null : new SelectionBinder(structured).Bind(query.Select);

    Arrangement Arrangement(Evaluator variable, Scope scope, QuerySyntax query)
    {
        var before = _expressions.Nodes;
        var filter = query.Filter is null ? null : _expressions.Condition(query.Filter, scope);
        var orderBy = query.OrderBy.Select(key => SortKey(key, scope)).ToList();
        return new Arrangement(variable, new Meter(context.Budget) { Weight = 1 + _expressions.Nodes - before })
        {
            Filter = filter,
            OrderBy = orderBy,
            Top = query.Top?.Value,
            Skip = query.Skip?.Value ?? 0,
            HasCount = query.Count?.Value ?? false,
        };
    }

    SortKey SortKey(OrderBySyntax key, Scope it)
    {
        var operand = _expressions.Bind(key.Key, it);
        if (operand.IsNull)
            operand = TypeRules.Convert(operand, PrimitiveTypes.Boolean)!;
        return !operand.IsCollection && Domains.Of(operand.Type!) is { } domain
            ? domain.SortKey(operand.Evaluator, key.IsDescending, operand.PlainPath)
            : throw operand.At.Invalid(ErrorCode.TypeMismatch, $"{operand.TypeName} has no order; name a property within it, or a count");
    }

    EntityPlan Entity(EntityTable table, Evaluator variable, QuerySyntax query, int depth)
    {
        var selection = query.Select is null ? null : new SelectionBinder(table.Type).Bind(query.Select);
        var expansions = new ExpansionBinder(context, snapshot, this).Bind(table.Type, variable, query.Expand, depth + 1);
        var key = table.Type.KeyProperty;
        return new EntityPlan(
            table, table.Cursor(variable), Parts(table, variable, selection?.Selection),
            selection is null || key is null || selection.Selection.Properties.Any(chosen => chosen.Property == key),
            expansions, Links(table.Type, selection, expansions), ContextUrl.SelectList(selection?.Names, expansions, style));
    }

    IReadOnlyList<NavigationProperty> Links(EntityType type, BoundSelection? selection, IReadOnlyList<Expansion> expansions) => !style.IsFull ? [] :
        [.. type.NavigationProperties.Where(navigation =>
            (selection is null || selection.Names.Contains(navigation.Name)) && !expansions.Any(expansion => expansion.Property == navigation))];

    List<PropertyPart>? Parts(EntityTable table, Evaluator variable, Selection? selection)
    {
        if (selection is null && style.UsesFragments)
            return null;
        return [.. (selection ?? Selection.All(table.Type)).Properties.Select(chosen => new PropertyPart(
            chosen.Property.Index,
            chosen.Within is null && style.UsesFragments ? null : new PropertyWriter(chosen.Property, chosen.Property.Writer(variable, context.View, style, chosen.Within), style)))];
    }
}
