using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Execution;

/// <summary>Follows a resource path through a snapshot, segment by segment.</summary>
sealed class ResourceLocator(ODataSnapshot snapshot, BindingContext context)
{
    public Resource Locate(IReadOnlyList<PathSegment> path)
    {
        Resource resource = new ServiceDocumentResource();
        foreach (var segment in path)
            resource = Step(resource, segment);
        return resource;
    }

    Resource Step(Resource from, PathSegment segment) => from switch
    {
        ServiceDocumentResource => AtRoot(segment),
        CollectionResource collection => InCollection(collection, segment),
        EntityResource entity => InEntity(entity, segment),
        PropertyResource property => InProperty(property, segment),
        ValuesResource when segment.Text == "$count" => new CountResource(from),
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
            _ when segment.Name is "$all" or "$crossjoin" or "$entity" or "$batch" => throw NotImplemented(segment),
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
        segment.Key is not null ? throw NotFound(segment, "One key is enough") : segment.Arguments is null ? collection : Entity(collection, new KeyBinder(context).Bind(collection.Entities.Table.Type, segment), segment);

    static EntityResource Entity(CollectionResource collection, KeyValue key, PathSegment segment)
    {
        var (set, table, rows) = collection.Entities;
        var row = table.Find(key);
        return row >= 0 && Array.BinarySearch(rows, row) >= 0
            ? new EntityResource(set, table, row)
            : throw NotFound(segment, $"There is no {table.Type.Name} with the key {key} here");
    }

    static Resource InCollection(CollectionResource collection, PathSegment segment)
    {
        var type = collection.Entities.Table.Type;
        if (segment.Text == "$count")
            return new CountResource(collection);
        if (segment.Name == type.QualifiedName && segment.Arguments is null)
            return collection;
        if (segment.Name is "$ref" or "$filter" or "$each" or "$query")
            throw NotImplemented(segment);
        return !segment.Name.StartsWith('$') && KeyBinder.BindSegment(type, segment) is { } key
            ? Entity(collection, key, segment)
            : throw NotFound(segment, $"'{segment.Text}' is neither a key of {type} nor anything else that follows a collection");
    }

    Resource InEntity(EntityResource entity, PathSegment segment)
    {
        var type = entity.Table.Type;
        if (segment.Text == type.QualifiedName)
            return entity;
        if (segment.Name == "$ref")
            throw NotImplemented(segment);
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
