using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Web.Requests.Forms;

/// <summary>The form for one record with all its lines: an authority with designations and contact points, a State's answers, a notice; there or to be added.</summary>
/// <param name="Subject">The id of the record's own line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">Its lines, those to be added and an empty one of each kind that may be.</param>
public sealed record EntryForm(string Subject, LineKind Kind, IReadOnlyList<FormLine> Lines)
{
    /// <summary>Stands for an authority that is to be added, where nobody has begun to yet.</summary>
    public const string NewAuthority = "authority";

    /// <summary>Stands for a notice that is to be given, where nobody has begun to yet.</summary>
    public const string NewNotice = "notice";

    private const string New = "new";

    /// <summary>Whether the record is to be added.</summary>
    public bool IsNew => Lines[0].IsNew;

    /// <summary>The lines of one kind.</summary>
    public IEnumerable<FormLine> Of(LineKind kind) => Lines.Where(line => line.Change.Kind == kind);

    /// <summary>Makes it; null when there is no such record.</summary>
    /// <param name="subject">The id of a record, of a line that the draft adds, or one of the two names above.</param>
    /// <param name="state">The State.</param>
    /// <param name="draft">What was typed; null when nothing.</param>
    /// <param name="faults">What is wrong with that.</param>
    public static EntryForm? Of(string subject, StateEntry state, RequestDraft? draft, IReadOnlyList<FieldFault> faults)
    {
        var changes = draft?.Changes ?? [];
        var next = changes.Select(change => Number(change.LineId)).DefaultIfEmpty(0).Max() + 1;
        var there = There(subject, state).Select(line => FormLine.Of(changes.FirstOrDefault(change => change.LineId == line.Id) ?? Unchanged(line), line.Part, faults)).ToList();
        var first = there.Count > 0 ? null : Added(subject, state, changes, ref next);
        if (there.Count == 0 && first is null)
        {
            return null;
        }

        var (id, kind) = first is null ? (subject, there[0].Change.Kind) : (first.LineId, first.Kind);
        return new(id, kind,
        [
            .. first is null ? there : [FormLine.Of(first, null, faults)],
            .. changes.Where(change => change.Act == LineAct.Add && change.LineId != id && Holds(id, change)).Select(change => FormLine.Of(change, null, faults)),
            .. kind == LineKind.Authority ? Offers(id, next, faults) : [],
        ]);
    }

    /// <summary>Whether a change belongs on the form.</summary>
    public static bool Holds(string subject, LineChange change) => 
        change.LineId == subject || (change.RecordId == subject && change.Kind is (LineKind.Designation or LineKind.ContactPoint));

    private static IEnumerable<Line> There(string subject, StateEntry state) =>
        state.Authorities.FirstOrDefault(each => each.Record.Id == subject) is { } authority ? Line.Of(authority)
        : Line.Of(state).Where(line => line.Id == subject && line.Kind is (LineKind.State or LineKind.Notice));

    private static LineChange? Added(string subject, StateEntry state, IReadOnlyList<LineChange> changes, ref int next) => subject switch
    {
        NewAuthority => Line.Addition(LineKind.Authority, state.Record.Code, Id(next++), []),
        NewNotice => Line.Addition(LineKind.Notice, state.Record.Code, Id(next++), []),
        _ => changes.FirstOrDefault(change => change is { Act: LineAct.Add, Kind: LineKind.Authority or LineKind.Notice } && change.LineId == subject),
    };

    private static IEnumerable<FormLine> Offers(string recordId, int next, IReadOnlyList<FieldFault> faults) =>
    [
        FormLine.Of(Line.Addition(LineKind.Designation, recordId, Id(next), []), null, faults, isOffer: true),
        FormLine.Of(Line.Addition(LineKind.ContactPoint, recordId, Id(next + 1), []), null, faults, isOffer: true),
    ];

    private static LineChange Unchanged(Line line) => new(line.Kind, line.RecordId, line.Id, LineAct.Change);

    private static string Id(int number) => New + number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string lineId) =>
        lineId.StartsWith(New, StringComparison.Ordinal) && int.TryParse(lineId.AsSpan(New.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
