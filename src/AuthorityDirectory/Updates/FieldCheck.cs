using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Updates;

/// <summary>Checks the fields of a change each by itself.</summary>
internal static class FieldCheck
{
    /// <summary>All that is wrong.</summary>
    /// <param name="change">A line that is added or changed.</param>
    /// <param name="view">What fields may refer to.</param>
    /// <param name="isNewAuthority">Whether a line is an authority that the same request adds, to which fields may refer too.</param>
    public static IEnumerable<FieldFault> Of(LineChange change, DirectoryView view, Func<string, bool> isNewAuthority)
    {
        var repeated = change.Fields.GroupBy(field => field.Name).Where(same => same.Count() > 1).Select(same => new FieldFault(change.LineId, same.Key, FaultKind.Twice));
        var missing = change.Act != LineAct.Add ? [] : LineFields.Of(change.Kind)
            .Where(field => field.MustBeGiven && change.Fields.All(given => given.Name != field.Name))
            .Select(field => new FieldFault(change.LineId, field.Name, FaultKind.Required));
        return repeated.Concat(missing).Concat(change.Fields.Select(field => Of(change, field, view, isNewAuthority)).OfType<FieldFault>());
    }

    private static FieldFault? Of(LineChange change, FieldChange field, DirectoryView view, Func<string, bool> isNewAuthority) =>
        LineFields.Find(change.Kind, field.Name) is not { } known
            ? new(change.LineId, field.Name, FaultKind.UnknownField, string.Join(", ", LineFields.Of(change.Kind).Select(each => each.Name)))
        : known.Form == FieldForm.Authority && isNewAuthority(field.After) ? null
        : known.Fault(change.LineId, field.After, view);
}
