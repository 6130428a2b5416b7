using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>A request as a client gives it.</summary>
/// <param name="Id">The client's own id.</param>
/// <param name="StateCode">The State it is about.</param>
/// <param name="Changes">What is to become of which line.</param>
/// <param name="Source">What it rests on.</param>
public sealed record GivenRequest(string Id, string StateCode, IReadOnlyList<GivenChange> Changes, GivenSource Source)
{
    /// <summary>What the State says to the Secretariat.</summary>
    public string? Reason { get; init; }

    /// <summary>The day from which it is to hold.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Whether an entry misleads until it is accepted.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The draft that it is, as the desk would keep it: what was not said of lines is as the directory has it.</summary>
    /// <param name="state">The State as the Secretariat sees it.</param>
    public RequestDraft ToDraft(StateEntry state) => new()
    {
        Id = Id,
        StateCode = StateCode,
        Changes = [.. Changes.Select(change => change.ToChange(state))],
        Source = Source.ToDraft() with { Reason = Reason ?? "", EffectiveOn = GivenSource.Written(EffectiveOn), IsUrgent = IsUrgent },
    };

    /// <summary>Whether a request that is there says the same.</summary>
    /// <param name="there">What is there.</param>
    /// <param name="state">The State as the Secretariat sees it.</param>
    /// <param name="today">The day.</param>
    public bool IsSame(ChangeRequest there, StateEntry state, DateOnly today)
    {
        var own = ToDraft(state).ToRequest(today) with { Changes = [] };
        return (own.Source?.Kind, own.Source?.Reference, own.Reason, own.EffectiveOn, own.IsUrgent) == (there.Source?.Kind, there.Source?.Reference, there.Reason, there.EffectiveOn, there.IsUrgent)
            && (Source.AsOf is null || Source.AsOf == there.Source?.AsOf)
            && there.Changes.All(line => Changes.Any(change => change.IsOf(line)))
            && Changes.All(change => change.IsSame(there.Changes.FirstOrDefault(change.IsOf), state));
    }
}

/// <summary>What a client wants to become of a line.</summary>
/// <param name="Kind">What the line is.</param>
/// <param name="RecordId">Whose it is; null for that of the line in the directory, and of a new authority or notice the State.</param>
/// <param name="LineId">The line.</param>
/// <param name="Act">Added, changed or removed.</param>
/// <param name="Fields">Its fields.</param>
public sealed record GivenChange(LineKind Kind, string? RecordId, string LineId, LineAct Act, IReadOnlyList<GivenField> Fields)
{
    internal LineChange ToChange(StateEntry state)
    {
        var line = Line.Find(state, LineId) is { } found && found.Kind == Kind ? found : null;
        var change = new LineChange(Kind, RecordId ?? line?.RecordId ?? state.Record.Code, LineId, Act);
        return Act == LineAct.Remove && line is not null
            ? change with { Fields = [.. line.Removal().Fields.Select(field => field with { Before = Given(field.Name)?.Before ?? field.Before })] }
            : change with { Fields = [.. Fields.Select(field => new FieldChange(field.Name, Act == LineAct.Add ? "" : field.Before ?? Text(line, field.Name), field.After))] };
    }

    internal bool IsOf(LineChange line) => (line.Kind, line.LineId, line.Act) == (Kind, LineId, Act);

    /// <summary>Whether a change that is there says the same; it has left out what said what the directory says.</summary>
    internal bool IsSame(LineChange? there, StateEntry state)
    {
        var line = Line.Find(state, LineId) is { } found && found.Kind == Kind ? found : null;
        return (there is not null || Act == LineAct.Change)
            && (RecordId is null || there is null || RecordId == there.RecordId)
            && (Act == LineAct.Remove || (there?.Fields ?? []).All(field => Given(field.Name) is not null) && Fields.All(IsFieldSame));

        bool IsFieldSame(GivenField field) => there?.Fields.FirstOrDefault(each => each.Name == field.Name) is { } kept
            ? WrittenForms.Tidy(field.After) == kept.After && (field.Before is null || field.Before == kept.Before)
            : WrittenForms.Tidy(field.After) == Text(line, field.Name);
    }

    private GivenField? Given(string name) => Fields.FirstOrDefault(field => field.Name == name);

    private static string Text(Line? line, string field) => line is null ? "" : LineFields.Find(line.Kind, field)?.Read(line.Part) ?? "";
}

/// <summary>What a client wants to become of a field.</summary>
/// <param name="Name">The field.</param>
/// <param name="Before">What the client believes it to be; null for whatever it is.</param>
/// <param name="After">What it is to be; empty for nothing.</param>
public sealed record GivenField(string Name, string? Before, string After);
