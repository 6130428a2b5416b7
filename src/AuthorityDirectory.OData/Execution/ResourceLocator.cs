using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Execution;

/// <summary>Follows a resource path through a snapshot, segment by segment.</summary>
sealed class ResourceLocator(ODataSnapshot snapshot, BindingContext context)
{
    public Resource Locate(IReadOnlyList<PathSegment> path) => Follow(new ServiceDocumentResource(), path);

    Resource Follow(Resource resource, IReadOnlyList<PathSegment> path)
    {
        foreach (var (index, segment) in path.Index())
        {
            if (index > 0 && segment.Text == path[index - 1].Text && snapshot.Model.FindType(segment.Text) is not null)
                throw NotFound(segment, $"One cast to {segment.Text} is enough");
            resource = Step(resource, segment);
        }
        return resource;
    }

    /// <summary>The entity that <c>$entity?$id=…</c> names, and what follows it in the path.</summary>
    /// <param name="path">The path, whose first segment is <c>$entity</c>.</param>
    /// <param name="id">The id: a URL, absolute or relative to the service root.</param>
    /// <param name="root">The service root.</param>
    public Resource LocateById(IReadOnlyList<PathSegment> path, ValueSyntax<string>? id, string root)
    {
        if (id is null)
            throw path[0].At.Invalid(ErrorCode.Syntax, "$entity needs the query option $id, the URL of an entity");
        return Follow(Named(id, root), [.. path.Skip(1)]);
    }

    EntityResource Named(ValueSyntax<string> id, string root)
    {
        try
        {
            return Locate(new ResourcePath(context.Limits).Parse(ResourceUrl.Relative(id.Value, root))) as EntityResource
                ?? throw id.At.Invalid(ErrorCode.InvalidValue, "This is not the id of an entity");
        }
        catch (QueryException refused) when (refused.Error.Target != id.At.Source.Target)
        {
            throw new QueryException(refused.Error with { Target = id.At.Source.Target, Position = null });
        }
    }

    Resource Step(Resource from, PathSegment segment) => from switch
    {
        ServiceDocumentResource => AtRoot(segment),
        CollectionResource collection => InCollection(collection, segment),
        EntityResource entity => InEntity(entity, segment),
        PropertyResource property => InProperty(property, segment),
        ValuesResource when segment.Text == "$count" => new CountResource(from),
        ValuesResource { Type: StructuredType type } when segment.Text == type.QualifiedName => from,
        ValuesResource values when segment is { Name: "$filter", Key: null } => Filtered(values, segment),
        ValuesResource when long.TryParse(segment.Text, out _) => throw segment.At.NotImplemented("Members of a collection by their place are not implemented; use $skip and $top"),
        NothingResource => from,
        ValuesResource values => throw NotFound(segment, $"'{segment.Text}' cannot follow {values.Context.Split('/')[^1]}"),
        _ => throw NotFound(segment, $"Nothing follows here, so '{segment.Text}' is not found"),
    };

    Resource AtRoot(PathSegment segment)
    {
        if (segment.Text == "$metadata")
            return new MetadataResource();
        return snapshot.Model.Find(segment.Name) switch
        {
            EntitySet set => WithKey(new CollectionResource(snapshot[set]), segment),
            Singleton singleton when segment.Arguments is null => new EntityResource(singleton, snapshot[singleton], 0),
            _ when snapshot.Model.FindFunctions(segment.Name) is { Count: > 0 } overloads => Call(new FunctionBinder(context).Bind(overloads, segment), segment),
            _ when segment.Name is "$all" or "$crossjoin" => throw NotImplemented(segment),
            _ => throw NotFound(segment, Suggestions.Append($"This service has no '{segment.Name}'", segment.Name, snapshot.Model.Sources.Select(source => source.Name).Concat(snapshot.Model.Functions.Select(function => function.Name)).Distinct())),
        };
    }

    Resource Call(FunctionCall call, PathSegment segment)
    {
        var (function, arguments) = call;
        if (function.Result is not EntityType type)
            return segment.Key is not null ? throw NotFound(segment, $"{function.Name} returns values, which have no keys") : new ValuesResource(function.Result, function.Call(context.View, arguments), $"Collection({function.Result.QualifiedName})");
        var (set, table, _) = snapshot[snapshot.Model.BaseSetOf(type)];
        var entities = new CollectionResource(new EntityRows(set, table, function.Rows(context.View, arguments, table)));
        return WithKey(entities, segment with { Arguments = segment.Key, Key = null });
    }

    Resource WithKey(CollectionResource collection, PathSegment segment) =>
        segment.Key is not null ? throw NotFound(segment, "One key is enough") : segment.Arguments is null ? collection : Entity(collection, new KeyBinder(context).Bind(collection.Entities.Table.Type, segment.Arguments, segment.At), segment);

    static EntityResource Entity(CollectionResource collection, KeyValue key, PathSegment segment)
    {
        var (set, table, rows) = collection.Entities;
        var row = table.Find(key);
        return row >= 0 && Array.BinarySearch(rows, row) >= 0
            ? new EntityResource(set, table, row)
            : throw NotFound(segment, $"There is no {table.Type.Name} with the key {key} here");
    }

    Resource InCollection(CollectionResource collection, PathSegment segment)
    {
        var type = collection.Entities.Table.Type;
        if (segment.Text == "$count")
            return new CountResource(collection);
        if (segment.Name == type.QualifiedName)
            return WithKey(collection, segment);
        if (segment.Text == "$ref")
            return new ReferenceResource(collection);
        if (segment.Name == "$filter")
            return WithKey(Filtered(collection, segment), segment with { Arguments = segment.Key, Key = null });
        if (segment.Name == "$each")
            throw NotImplemented(segment);
        return !segment.Name.StartsWith('$') && KeyBinder.BindSegment(type, segment) is { } key
            ? Entity(collection, key, segment)
            : throw NotFound(segment, $"'{segment.Text}' is neither a key of {type} nor anything else that follows a collection");
    }

    /// <summary>The entities that pass a filter in the path, <c>/$filter(…)</c>.</summary>
    CollectionResource Filtered(CollectionResource collection, PathSegment segment)
    {
        var (set, table, rows) = collection.Entities;
        var variable = table.Type.Elements.Variable();
        var (filter, meter) = Filter(new Operand(table.Type, variable, segment.At) { PlainPath = "" }, segment);
        var cursor = table.Cursor(variable);
        meter.Step(rows.Length);
        return new CollectionResource(new EntityRows(set, table, [.. rows.Where(Passes)]));

        bool Passes(int row)
        {
            cursor.MoveTo(row);
            return filter.TryGet(out var holds) && holds;
        }
    }

    ValuesResource Filtered(ValuesResource values, PathSegment segment)
    {
        var variable = values.Type.Elements.Variable();
        var (filter, meter) = Filter(new Operand(values.Type, values.Type.Computable(variable), segment.At), segment);
        return values with { Values = values.Type.Elements.Arranged(values.Values, new Arrangement(variable, meter) { Filter = filter }) };
    }

    (Evaluator<bool> Filter, Meter Meter) Filter(Operand element, PathSegment segment)
    {
        if (segment is not { Arguments: [var condition] })
            throw segment.At.Invalid(ErrorCode.Syntax, "$filter in a path has one condition in its brackets");
        var binder = new ExpressionBinder(context);
        var filter = binder.Condition(condition, Scope.OfValue(element));
        return (filter, new Meter(context.Budget) { Weight = 1 + binder.Nodes });
    }

    Resource InEntity(EntityResource entity, PathSegment segment)
    {
        var type = entity.Table.Type;
        if (segment.Text == type.QualifiedName)
            return entity;
        if (segment.Text == "$ref")
            return entity.Source is EntitySet ? new ReferenceResource(entity) : throw NotImplemented(segment);
        return type.Find(segment.Name) switch
        {
            NavigationProperty navigation => Navigate(entity, navigation, segment),
            StructuralProperty property when segment.Arguments is null => Property(property, Variable(entity), EntityUrl.Of(entity)),
            _ => throw NotFound(segment, Suggestions.Append($"{type} has no property '{segment.Text}'", segment.Name, type.PropertyNames)),
        };
    }

    Resource Navigate(EntityResource entity, NavigationProperty navigation, PathSegment segment)
    {
        var (set, table, _) = snapshot[snapshot.Model.BaseSetOf(navigation.Target)];
        var rows = navigation.Reader(context.View, Variable(entity), table).Rows();
        if (navigation.IsCollection)
            return WithKey(new CollectionResource(new EntityRows(set, table, rows)), segment);
        if (segment.Arguments is not null)
            throw NotFound(segment, $"{navigation.Name} leads to one entity and takes no key");
        return rows.Length == 0 ? new NothingResource() : new EntityResource(set, table, rows[0]);
    }

    static Evaluator Variable(EntityResource entity)
    {
        var variable = entity.Table.Type.Elements.Variable();
        entity.Table.Cursor(variable).MoveTo(entity.Row);
        return variable;
    }

    Resource Property(StructuralProperty property, Evaluator owner, string ownerPath)
    {
        var (value, path) = (property.Bind(context.View, owner), $"{ownerPath}/{property.Name}");
        return property.IsCollection ? new ValuesResource(property.Type, value, path) : new PropertyResource(property, value, path);
    }

    Resource InProperty(PropertyResource from, PathSegment segment)
    {
        var property = from.Property;
        return segment.Text switch
        {
            "$value" when property.Type is not StructuredType => new RawValueResource(from),
            _ when property.Type is StructuredType type && segment.Arguments is null => InComplex(from, type, segment),
            _ => throw NotFound(segment, $"'{segment.Text}' cannot follow {property.Name}"),
        };
    }

    Resource InComplex(PropertyResource from, StructuredType type, PathSegment segment)
    {
        if (segment.Text == type.QualifiedName)
            return from;
        return type.Find(segment.Name) is StructuralProperty property
            ? Property(property, from.Value, from.Path)
            : throw NotFound(segment, Suggestions.Append($"{type} has no property '{segment.Text}'", segment.Name, type.PropertyNames));
    }

    static QueryException NotImplemented(PathSegment segment) => segment.At.NotImplemented($"'{segment.Name}' in a path is not implemented");

    static QueryException NotFound(PathSegment segment, string message) => segment.At.NotFound(message);
}
