using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>The lines of States as a table to change and send back: a sheet for each kind of line, a column for each field.</summary>
public sealed class LineTable
{
    private readonly IReadOnlyList<StateEntry> _states;
    private readonly SheetWords _words;

    private LineTable(IReadOnlyList<StateEntry> states, SheetWords words) => (_states, _words) = (states, words);

    /// <summary>Makes it.</summary>
    /// <param name="states">The States; when they are several, each row names its own.</param>
    /// <param name="words">The language of headings and labels.</param>
    public static Table Of(IReadOnlyList<StateEntry> states, SheetWords words) => new LineTable(states, words).Make();

    private Table Make()
    {
        var lines = _states.SelectMany(state => Line.Of(state).Select(line => (state, line))).ToLookup(each => each.line.Kind);
        return new([.. LineColumns.Kinds.Select(each => SheetOf(each.Kind, lines[each.Kind]))]);
    }

    private Sheet SheetOf(LineKind kind, IEnumerable<(StateEntry State, Line Line)> lines)
    {
        IReadOnlyList<Column> columns = [.. ColumnsOf(kind)];
        return Sheet.Of(_words.Sheet(kind), [.. columns.Select(column => column.Head)], lines.Select(each => columns.Select(column => column.Text(each.State, each.Line)).ToList()));
    }

    private IEnumerable<Column> ColumnsOf(LineKind kind) =>
    [
        new(Locked(LineColumns.IdOf(kind)), (_, line) => line.Id),
        .. _states.Count > 1 && kind != LineKind.State ? [new(Locked(LineColumns.State), (state, _) => state.Record.Code)] : Array.Empty<Column>(),
        .. LineColumns.IsOfAuthority(kind) ? OfAuthority() : [],
        .. LineFields.Of(kind).Select(field => OfField(kind, field)),
        .. kind == LineKind.ContactPoint ? [new(new(LineColumns.Remove, _words.Column(LineColumns.Remove)) { Choices = [_words.Yes] }, (_, _) => "")] : Array.Empty<Column>(),
        new(Locked(LineColumns.Version), (_, line) => LineVersion.Of(line)),
    ];

    private Column[] OfAuthority()
    {
        var names = _states.SelectMany(state => state.Authorities).ToDictionary(each => each.Record.Id, each => each.Record.Name, StringComparer.Ordinal);
        return [new(Locked(LineColumns.Authority), (_, line) => line.RecordId), new(Locked(LineColumns.AuthorityName), (_, line) => names[line.RecordId])];
    }

    private Column OfField(LineKind kind, LineField field)
    {
        var head = new SheetColumn(field.Name, _words.Field(kind, field.Name));
        return field.LabelList is { } list
            ? new(head with { Choices = [.. field.Options.Select(option => _words.Option(list, option))] }, (_, line) => _words.Option(list, field.Read(line.Part)))
            : new(head, (_, line) => field.Read(line.Part));
    }

    private SheetColumn Locked(string key) => new(key, _words.Column(key)) { IsLocked = true };

    private sealed record Column(SheetColumn Head, Func<StateEntry, Line, string> Text);
}
