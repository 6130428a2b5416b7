using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Writing;

/// <summary>What a body holds beside what may be given.</summary>
static class UnknownMembers
{
    /// <summary>Annotations are passed over (JSON format 4.01, section 20), but links to other entities would be lost by it.</summary>
    public static void Annotation(string name)
    {
        if (name.EndsWith("@odata.bind", StringComparison.Ordinal) || name.EndsWith("@bind", StringComparison.Ordinal))
            throw NotImplemented(name.Split('@')[0], "Binding related entities is not implemented");
    }

    public static RefusalDetail Fault(string name, InputShape shape) => shape.Type?.Find(name) switch
    {
        NavigationProperty => throw NotImplemented(name, "Inserting related entities along with an entity is not implemented"),
        not null => new(ErrorCode.UnknownName, $"{name} is set by the service; leave it out."),
        null => new(ErrorCode.UnknownName, Suggestions.Append(
            shape.Type is null ? $"There is no parameter '{ScalarText.Shown(name)}'" : $"{shape.Type} has no property '{ScalarText.Shown(name)}'", name, shape.Members.Select(member => member.Name)) + "."),
    };

    static QueryException NotImplemented(string name, string what) => new(new QueryError(501, ErrorCode.NotImplemented, $"{what}; leave out {ScalarText.Shown(name)}.", name));
}
