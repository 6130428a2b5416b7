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
    /// <param name="around">The scope of the entity that leads to them; null of the resource itself.</param>
    public QueryPlan Query(EntitySource set, EntityTable table, QuerySyntax query, int depth = 0, Scope? around = null)
    {
        var variable = table.Type.Elements.Variable();
        var entity = new Operand(table.Type, variable, new SourceText("$it", "").At(0)) { PlainPath = "" };
        var it = around?.Within(entity) ?? Scope.Of(entity);
        it = it with { Computed = new ComputeBinder(_expressions, table.Type).Bind(query.Compute, it) };
        var before = _expressions.Nodes;
        var filter = query.Filter is null ? null : _expressions.Condition(query.Filter, it);
        var orderBy = query.OrderBy.Select(key => SortKey(key, it)).ToList();
        var meter = new Meter(context.Budget) { Weight = 1 + _expressions.Nodes - before };
        var (kept, others) = filter is null ? ([], null) : KeptConditions.Divide(query.Filter!, filter, table.Type);
        return new QueryPlan(Entity(table, it, query, depth))
        {
            Filter = others,
            Kept = kept,
            Meter = meter,
            OrderBy = orderBy,
            Found = query.Search is null ? null : new SearchBinder(context.View, set, table).Find(query.Search),
            Top = query.Top?.Value,
            Skip = query.Skip?.Value ?? 0,
            HasCount = query.Count?.Value ?? false,
            SkipToken = query.SkipToken,
            Mark = new QueryMark(query.Written, context.AliasOptions),
        };
    }

    /// <summary>A query about values.</summary>
    public Arrangement Values(ODataType type, QuerySyntax query)
    {
        var variable = type.Elements.Variable();
        return Arrangement(variable, Scope.OfValue(new Operand(type, type.Computable(variable), new SourceText("$it", "").At(0))), query);
    }

    /// <summary>What of a value is written; null for all of it.</summary>
    public BoundSelection? Selection(ODataType type, QuerySyntax query) => query.Select is null || type is not StructuredType structured ? null
        : Selection(structured, Scope.Of(new Operand(type, type.Elements.Variable(), query.Select[0].At)), query.Select);

    BoundSelection Selection(StructuredType type, Scope scope, IReadOnlyList<ItemSyntax> items) =>
        new SelectionBinder(type, (elements, options) => Within(elements, options, scope), scope.Computed.Keys).Bind(items);

    /// <summary>A query in brackets about the values of a collection property.</summary>
    Arrangement Within(ODataType type, QuerySyntax query, Scope around)
    {
        var variable = type.Elements.Variable();
        return Arrangement(variable, around.Within(new Operand(type, type.Computable(variable), new SourceText("$this", "").At(0))), query);
    }

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

    EntityPlan Entity(EntityTable table, Scope scope, QuerySyntax query, int depth)
    {
        var variable = scope.This.Evaluator;
        var selection = query.Select is null ? null : Selection(table.Type, scope, query.Select);
        var expansions = new ExpansionBinder(context, snapshot, this).Bind(table.Type, scope, query.Expand, depth + 1);
        var key = table.Type.KeyProperty;
        return new EntityPlan(
            table, table.Cursor(variable), Parts(table, variable, selection?.Selection), Computed(scope, selection),
            selection is null || key is null || selection.Selection.Properties.Any(chosen => chosen.Property == key),
            expansions, Links(table.Type, selection, expansions), ContextUrl.SelectList(selection?.Names, expansions, style));
    }

    List<ComputedWriter> Computed(Scope scope, BoundSelection? selection) =>
    [
        .. scope.Computed.Where(computed => selection is null || selection.Names.Contains(computed.Key) || selection.Names.Contains("*"))
            .Select(computed => new ComputedWriter(computed.Key, computed.Value.Operand, new Meter(context.Budget) { Weight = computed.Value.Nodes }, context.View, style)),
    ];

    IReadOnlyList<NavigationProperty> Links(EntityType type, BoundSelection? selection, IReadOnlyList<Expansion> expansions) => !style.IsFull ? [] :
        [.. type.NavigationProperties.Where(navigation =>
            (selection is null || selection.Names.Contains(navigation.Name)) && !expansions.Any(expansion => expansion.Property == navigation))];

    List<PropertyPart>? Parts(EntityTable table, Evaluator variable, Selection? selection)
    {
        if (selection is null && style.UsesFragments)
            return null;
        return [.. (selection ?? Payload.Selection.All(table.Type)).Properties.Select(chosen =>
            new PropertyPart(chosen.Property.Index, chosen.IsWhole && style.UsesFragments ? null : chosen.Writer(variable, context.View, style)))];
    }
}
