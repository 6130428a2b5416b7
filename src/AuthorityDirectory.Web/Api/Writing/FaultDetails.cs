using AuthorityDirectory.CodeLists;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>Faults of fields as details of an error: the kind of the fault as code, the sentence of the pages in English, and the place in the request.</summary>
/// <param name="changes">The changes in the order in which the client has them.</param>
/// <param name="view">Where names come from.</param>
internal sealed class FaultDetails(IReadOnlyList<LineChange> changes, DirectoryView view)
{
    private const int Most = 100;

    /// <summary>The details; no more than enough to see what is wrong.</summary>
    public IReadOnlyList<RefusalDetail> Of(IEnumerable<FieldFault> faults) => [.. faults.Take(Most).Select(Detail)];

    private RefusalDetail Detail(FieldFault fault)
    {
        var at = Place(fault);
        var kind = at >= 0 ? changes[at].Kind : LineKind.State;
        return new(fault.Kind.ToString(), FaultWords.English.Sentence(fault, kind, view), at >= 0 ? Path(fault, at) : Around(fault));
    }

    /// <summary>Of a line that stands twice, the second.</summary>
    private int Place(FieldFault fault)
    {
        var places = Enumerable.Range(0, changes.Count).Where(i => changes[i].LineId == fault.LineId).ToList();
        return places.Count == 0 ? -1 : fault is { Field: null, Kind: FaultKind.Twice } ? places[^1] : places[0];
    }

    private string Path(FieldFault fault, int at)
    {
        var line = $"Changes/{at}";
        if (fault.Field is null)
        {
            return $"{line}/{(fault.Kind == FaultKind.NotForThisLine ? "Act" : "LineId")}";
        }

        var fields = Enumerable.Range(0, changes[at].Fields.Count).Where(i => changes[at].Fields[i].Name == fault.Field).ToList();
        return fields.Count == 0 ? $"{line}/Fields" : fault.Kind switch
        {
            FaultKind.Twice => $"{line}/Fields/{fields[^1]}/Name",
            FaultKind.UnknownField => $"{line}/Fields/{fields[0]}/Name",
            FaultKind.ChangedMeanwhile => $"{line}/Fields/{fields[0]}/Before",
            _ => $"{line}/Fields/{fields[0]}/After",
        };
    }

    /// <summary>What is said beside the lines.</summary>
    private static string? Around(FieldFault fault) => fault switch
    {
        { LineId: "", Field: nameof(ChangeRequest.Reason) or nameof(ChangeRequest.EffectiveOn) } => fault.Field,
        { LineId: "", Field: not null } => $"{nameof(ChangeRequest.Source)}/{fault.Field}",
        _ => null,
    };
}
