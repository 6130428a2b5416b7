using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Web.Requests;

/// <summary>A request as a reader sees what it changes.</summary>
/// <param name="Request">The request, submitted or not.</param>
/// <param name="View">Where names come from: what the Secretariat sees, because whoever may see a request may see all of its State.</param>
/// <param name="Faults">What is to be said beside its fields; empty when nothing.</param>
public sealed record Difference(ChangeRequest Request, DirectoryView View, params IReadOnlyList<FieldFault> Faults)
{
    /// <summary>Says of a change where it comes from, such as a row of a file; null when that is not to be said.</summary>
    public Func<LineChange, string?>? Place { get; init; }

    /// <summary>Whether its changes are in effect, so that it tells what was done and not what is to be done.</summary>
    public bool IsDone => Request.AppliedOn is not null;

    /// <summary>What is wrong with one field of it, or with a line as a whole.</summary>
    /// <param name="lineId">The line.</param>
    /// <param name="field">The field; null for the line.</param>
    public IEnumerable<FieldFault> FaultsOf(string lineId, string? field) => Faults.Where(fault => fault.LineId == lineId && fault.Field == field);

    /// <summary>What its line was when the request was made, or is to be where that is new: the text of a field; empty when there is none.</summary>
    public string Text(LineChange change, string field) =>
        change.Fields.FirstOrDefault(each => each.Name == field) is { } given ? (change.Act == LineAct.Add ? given.After : given.Before)
        : change.Act != LineAct.Add && Line(change.LineId) is { } line ? LineFields.Find(change.Kind, field)?.Read(line.Part) ?? ""
        : "";

    /// <summary>The name of the authority whose line it is, also when the same request adds it; null when it has none.</summary>
    public string? AuthorityOf(LineChange change) =>
        View.Authority(change.RecordId)?.Record.Name
        ?? Request.Changes.FirstOrDefault(each => each.Kind == LineKind.Authority && each.LineId == change.RecordId)?.Fields.FirstOrDefault(field => field.Name == "Name")?.After;

    /// <summary>The line in the directory as it is; null when it is not there.</summary>
    public Line? Line(string id) => View.State(Request.StateCode) is { } state ? Updates.Lines.Line.Find(state, id) : null;
}
