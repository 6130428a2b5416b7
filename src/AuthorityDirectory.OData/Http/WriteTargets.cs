using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Http;

/// <summary>What a path lets a client write, told from the model alone: no entity is looked for.</summary>
static class WriteTargets
{
    /// <summary>What is inserted or invoked by POST to a path; null when nothing is.</summary>
    public static ODataWrite? Find(ODataModel model, IReadOnlyList<PathSegment> path) => !model.CanWrite ? null : path switch
    {
        [{ Arguments: null } only] => (model.Find(only.Name) as EntitySet)?.Insert,
        [.., { Arguments: null } last] => EntityTypeOf(model, path.SkipLast(1))?.FindAction(last.Name),
        _ => null,
    };

    /// <summary>The type of the one entity that a path leads to; null when it leads to anything else.</summary>
    static EntityType? EntityTypeOf(ODataModel model, IEnumerable<PathSegment> path)
    {
        (EntityType Type, bool IsCollection)? at = null;
        foreach (var (place, segment) in path.Index())
        {
            at = place == 0 ? AtRoot(model, segment) : Next(at!.Value, segment);
            if (at is null)
                return null;
        }
        return at is { IsCollection: false } one ? one.Type : null;
    }

    static (EntityType, bool)? AtRoot(ODataModel model, PathSegment segment) => model.Find(segment.Name) switch
    {
        EntitySet set => (set.Type, segment.Arguments is null),
        Singleton singleton => (singleton.Type, false),
        _ => null,
    };

    static (EntityType, bool)? Next((EntityType Type, bool IsCollection) at, PathSegment segment)
    {
        if (segment.Name == at.Type.QualifiedName)
            return (at.Type, at.IsCollection && segment.Arguments is null);
        if (at.IsCollection)
            return segment.Name.StartsWith('$') ? null : (at.Type, false);
        return at.Type.Find(segment.Name) is NavigationProperty navigation ? (navigation.Target, navigation.IsCollection && segment.Arguments is null) : null;
    }
}
