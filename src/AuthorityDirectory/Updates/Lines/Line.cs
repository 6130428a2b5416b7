using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Updates.Lines;

/// <summary>A line of the directory as it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="RecordId">The State or authority whose line it is; of a notice, its State.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Part">The record, or the part of one, that <see cref="LineField.Read"/> reads.</param>
public sealed record Line(LineKind Kind, string RecordId, string Id, object Part)
{
    /// <summary>The fields it may have.</summary>
    public IReadOnlyList<LineField> Fields => LineFields.Of(Kind);

    /// <summary>Every line of a State that a view holds: the State's own, its authorities each followed by its designations and contact points, its notices.</summary>
    public static IEnumerable<Line> Of(StateEntry state) =>
    [
        new(LineKind.State, state.Record.Code, state.Record.Code, state.Record),
        .. state.Authorities.SelectMany(Of),
        .. state.Notices.Select(notice => new Line(LineKind.Notice, state.Record.Code, notice.Record.Id, notice.Record)),
    ];

    /// <summary>An authority's own line, its designations, its contact points.</summary>
    public static IEnumerable<Line> Of(AuthorityEntry authority) =>
    [
        new(LineKind.Authority, authority.Record.Id, authority.Record.Id, authority.Record),
        .. authority.Record.Designations.Select(each => new Line(LineKind.Designation, authority.Record.Id, each.Id, each)),
        .. authority.Record.ContactPoints.Select(each => new Line(LineKind.ContactPoint, authority.Record.Id, each.Id, each)),
    ];

    /// <summary>The line of a State with this id; null when the view holds none.</summary>
    public static Line? Find(StateEntry state, string id) => Of(state).FirstOrDefault(line => line.Id == id);

    /// <summary>What texts would change of it, field by field; null when nothing.</summary>
    /// <param name="texts">Texts by the name of the field; what is not named stays. Fields of other names are left in, for the check to refuse.</param>
    public LineChange? Change(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var fields = texts.Select(text => new FieldChange(text.Key, Text(text.Key), WrittenForms.Tidy(text.Value))).Where(field => field.Before != field.After).ToList();
        return fields.Count == 0 ? null : new(Kind, RecordId, Id, LineAct.Change) { Fields = fields };
    }

    /// <summary>That it is to go.</summary>
    public LineChange Removal() =>
        new(Kind, RecordId, Id, LineAct.Remove) { Fields = [.. Fields.Select(field => new FieldChange(field.Name, field.Read(Part), "")).Where(field => field.Before.Length > 0)] };

    /// <summary>A line that is not there yet.</summary>
    /// <param name="kind">What it is to be.</param>
    /// <param name="recordId">Whose; of an authority or a notice, the State.</param>
    /// <param name="id"><c>new</c> and a number, once in a request.</param>
    /// <param name="texts">Texts by the name of the field.</param>
    public static LineChange Addition(LineKind kind, string recordId, string id, IEnumerable<KeyValuePair<string, string>> texts) =>
        new(kind, recordId, id, LineAct.Add)
        {
            Fields = [.. texts.Select(text => new FieldChange(text.Key, "", WrittenForms.Tidy(text.Value))).Where(field => field.After.Length > 0)],
        };

    private string Text(string name) => LineFields.Find(Kind, name)?.Read(Part) ?? "";
}
