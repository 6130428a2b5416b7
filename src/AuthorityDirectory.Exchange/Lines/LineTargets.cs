using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>Finds the line that a row is about, or where a new one is to go.</summary>
internal sealed class LineTargets(IReadOnlyList<StateEntry> states, LineFaults faults)
{
    private readonly Dictionary<string, (string State, Line Line)> _lines =
        states.SelectMany(state => Line.Of(state).Select(line => (state.Record.Code, line))).ToDictionary(each => each.line.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _newAuthorities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(LineKind Kind, string Id), TablePlace> _seen = [];
    private int _numbered;

    /// <summary>Learns which rows add authorities, so that other rows can name them, and where numbers of new lines go on.</summary>
    public void Announce(IEnumerable<LineRow> rows)
    {
        foreach (var row in rows.Where(row => row.IsNew && row.Id.Length > 0))
        {
            _numbered = Math.Max(_numbered, int.TryParse(row.Id.AsSpan(3), out var number) ? number : 0);
            if (row.Kind == LineKind.Authority && StateOf(row) is { } state)
            {
                _newAuthorities.TryAdd(row.Id, state);
            }
        }
    }

    /// <summary>Null when the row cannot say it, which is a fault.</summary>
    public LineTarget? Of(LineRow row) => IsRepeated(row) ? null : row.IsNew ? Added(row) : Existing(row);

    private LineTarget? Existing(LineRow row)
    {
        if (!_lines.TryGetValue(row.Id, out var known) || known.Line.Kind != row.Kind)
        {
            return Fault(row, LineColumns.IdOf(row.Kind), SheetFault.UnknownLine, row.Id);
        }

        var (state, authority) = (row.Text(LineColumns.State), row.Text(LineColumns.Authority));
        return state.Length > 0 && state != known.State ? Fault(row, LineColumns.State, SheetFault.Elsewhere, known.State)
            : LineColumns.IsOfAuthority(row.Kind) && authority.Length > 0 && authority != known.Line.RecordId ? Fault(row, LineColumns.Authority, SheetFault.Elsewhere, known.Line.RecordId)
            : new(known.State, known.Line.RecordId, row.Id, known.Line);
    }

    private LineTarget? Added(LineRow row) => row.Kind switch
    {
        LineKind.State => Fault(row, LineColumns.IdOf(row.Kind), SheetFault.NewState),
        LineKind.Designation or LineKind.ContactPoint => OfAuthority(row),
        _ => StateOf(row) is { } state ? new(state, state, row.Kind == LineKind.Authority && row.Id.Length > 0 ? Small(row.Id) : Next(), null)
            : row.Text(LineColumns.State) is { Length: > 0 } other ? Fault(row, LineColumns.State, SheetFault.UnknownState, other)
            : Fault(row, LineColumns.State, SheetFault.NoState),
    };

    private LineTarget? OfAuthority(LineRow row)
    {
        var authority = row.Text(LineColumns.Authority);
        var state = _lines.TryGetValue(authority, out var known) && known.Line.Kind == LineKind.Authority ? known.State : _newAuthorities.GetValueOrDefault(authority);
        return authority.Length == 0 ? Fault(row, LineColumns.Authority, SheetFault.NoAuthority)
            : state is null ? Fault(row, LineColumns.Authority, SheetFault.UnknownAuthority, authority)
            : row.Text(LineColumns.State) is { Length: > 0 } other && other != state ? Fault(row, LineColumns.State, SheetFault.Elsewhere, state)
            : new(state, known.Line is null ? Small(authority) : authority, Next(), null);
    }

    /// <summary>The State that a new row names, or the only one there is; null when it names none or another.</summary>
    private string? StateOf(LineRow row)
    {
        var code = row.Text(LineColumns.State);
        var found = code.Length > 0 ? states.FirstOrDefault(state => state.Record.Code == code) : states.Count == 1 ? states[0] : null;
        return found?.Record.Code;
    }

    private bool IsRepeated(LineRow row)
    {
        var (line, place) = ((row.Kind, Small(row.Id)), row.At(LineColumns.IdOf(row.Kind)));
        if ((row.IsNew && row.Kind != LineKind.Authority) || row.Id.Length == 0 || _seen.TryAdd(line, place))
        {
            return false;
        }

        faults.Add(place, SheetFault.Repeated, _seen[line].ToString());
        return true;
    }

    private LineTarget? Fault(LineRow row, string key, SheetFault fault, params string[] values)
    {
        faults.Add(row.At(key), fault, values);
        return null;
    }

    private string Next() => $"new{++_numbered}";

    private static string Small(string id) => id.StartsWith("new", StringComparison.OrdinalIgnoreCase) ? id.ToLowerInvariant() : id;
}

/// <summary>What a row is about.</summary>
/// <param name="StateCode">The State.</param>
/// <param name="RecordId">The State or authority whose line it is.</param>
/// <param name="LineId">The line.</param>
/// <param name="Line">The line as it is; null when it is to be added.</param>
internal sealed record LineTarget(string StateCode, string RecordId, string LineId, Line? Line);
