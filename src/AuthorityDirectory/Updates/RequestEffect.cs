using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Updates;

/// <summary>What a request would do to the directory as it is: the records as they would be, or all that is wrong with it.</summary>
/// <param name="Records">The whole new records; empty when something is wrong.</param>
/// <param name="Faults">Empty when nothing is.</param>
/// <param name="Ids">For each line that the request adds, the id it would get.</param>
public sealed record RequestEffect(IReadOnlyList<DirectoryRecord> Records, IReadOnlyList<FieldFault> Faults, IReadOnlyDictionary<string, string> Ids)
{
    /// <summary>Works it out.</summary>
    /// <param name="request">The request; while it has no source yet, that of its lines is left as it was.</param>
    /// <param name="view">What the Secretariat sees.</param>
    public static RequestEffect Of(ChangeRequest request, DirectoryView view) => new LineEditor(request, view).Edit();
}
