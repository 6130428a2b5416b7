using System.Globalization;
using System.Text.RegularExpressions;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Updates;

/// <summary>Writes the changes of a request, one after the other, into copies of the records they are about.</summary>
internal sealed partial class LineEditor(ChangeRequest request, DirectoryView view)
{
    private readonly Dictionary<string, DirectoryRecord> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly List<FieldFault> _faults = [];
    private readonly LineStamp _stamp = LineStamp.Of(request);
    private readonly StateEntry? _state = view.State(request.StateCode);

    public RequestEffect Edit()
    {
        if (_state is null)
        {
            return new([], [new(request.StateCode, null, FaultKind.NoSuchLine, request.StateCode)], _ids);
        }

        foreach (var same in request.Changes.GroupBy(change => change.LineId).Where(same => same.Count() > 1))
        {
            _faults.Add(new(same.Key, null, FaultKind.Twice));
        }

        foreach (var change in request.Changes.Where(change => change.Act == LineAct.Add && !NewLineForm().IsMatch(change.LineId)))
        {
            _faults.Add(new(change.LineId, null, FaultKind.NotOfForm, change.LineId, "new1"));
        }

        foreach (var change in request.Changes.OrderBy(change => change.Kind != LineKind.Authority || change.Act != LineAct.Add))
        {
            Edit(change);
        }

        return new(_faults.Count == 0 ? [.. _records.Values] : [], _faults, _ids);
    }

    private void Edit(LineChange change)
    {
        switch (change)
        {
            case { Kind: LineKind.State, Act: LineAct.Change } when change.LineId == request.StateCode:
                Put(change.LineId, Write(change, Record<State>(change.LineId) ?? _state!.Record, record => _stamp.On(record)));
                break;
            case { Kind: LineKind.Authority, Act: LineAct.Add }:
                Put(change.LineId, Write(change, NewAuthority(change.LineId), record => _stamp.On(record)));
                break;
            case { Kind: LineKind.Authority, Act: LineAct.Change } when AuthorityOf(change.LineId) is { } authority:
                Put(change.LineId, Write(change, authority, record => _stamp.On(record)));
                break;
            case { Kind: LineKind.Notice, Act: LineAct.Add }:
                Put(change.LineId, Write(change, NewNotice(change.LineId), record => _stamp.On(record)));
                break;
            case { Kind: LineKind.Notice, Act: LineAct.Change } when NoticeOf(change.LineId) is { } notice:
                Put(change.LineId, Write(change, notice, record => _stamp.On(record)));
                break;
            case { Kind: LineKind.Designation, Act: not LineAct.Remove } when AuthorityOf(change.RecordId) is { } authority:
                Edit(change, authority);
                break;
            case { Kind: LineKind.ContactPoint } when AuthorityOf(change.RecordId) is { } authority:
                EditContact(change, authority);
                break;
            default:
                _faults.Add(IsPossible(change) ? Missing(change) : new(change.LineId, null, FaultKind.NotForThisLine));
                break;
        }
    }

    private static bool IsPossible(LineChange change) => change.Act switch
    {
        LineAct.Add => change.Kind != LineKind.State,
        LineAct.Remove => change.Kind == LineKind.ContactPoint,
        _ => true,
    };

    private void Edit(LineChange change, Authority authority)
    {
        var before = change.Act == LineAct.Add
            ? new Designation { Id = NewId(change.LineId, authority.Id + "-d", authority.Designations.Select(each => each.Id)), Function = Function.MutualLegalAssistance, Source = _stamp.Source ?? authority.Source }
            : authority.Designations.FirstOrDefault(each => each.Id == change.LineId);
        if (before is null)
        {
            _faults.Add(Missing(change));
            return;
        }

        var after = Write(change, before, record => _stamp.On(record));
        Put(change.RecordId, authority with
        {
            Designations = change.Act == LineAct.Add ? [.. authority.Designations, after] : [.. authority.Designations.Select(each => each.Id == before.Id ? after : each)],
        });
    }

    private void EditContact(LineChange change, Authority authority)
    {
        var before = change.Act == LineAct.Add
            ? new ContactPoint { Id = NewId(change.LineId, authority.Id + "-c", authority.ContactPoints.Select(each => each.Id).Append($"-c{authority.ContactsNumbered}")), Kind = ContactKind.Email, Value = "" }
            : authority.ContactPoints.FirstOrDefault(each => each.Id == change.LineId);
        if (before is null)
        {
            _faults.Add(Missing(change));
            return;
        }

        var others = authority.ContactPoints.Where(each => each.Id != before.Id);
        if (change.Act == LineAct.Remove)
        {
            CheckBefore(Whole(change), before);
            Put(change.RecordId, authority with { ContactPoints = [.. others], ContactsNumbered = Math.Max(authority.ContactsNumbered, Number(before.Id)) });
            return;
        }

        var after = Write(change, before, record => _stamp.On(record));
        Put(change.RecordId, authority with { ContactPoints = [.. others.Append(after).OrderBy(each => Number(each.Id))] });
    }

    /// <summary>The line with its fields as the change says; as it was when something is wrong.</summary>
    private T Write<T>(LineChange change, T before, Func<T, T> stamp) where T : class
    {
        var faultsBefore = _faults.Count;
        CheckBefore(change, before);
        _faults.AddRange(FieldCheck.Of(change, view, IsNewAuthority));
        if (_faults.Count > faultsBefore)
        {
            return before;
        }

        var after = (T)change.Fields.Aggregate((object)before, (line, field) => Write(LineFields.Find(change.Kind, field.Name)!, line, field.After));
        _faults.AddRange(LineCheck.Of(change.LineId, after, request.StateCode));
        return stamp(after);
    }

    private object Write(LineField field, object line, string text) =>
        field.Write(line, field.Form == FieldForm.Authority ? _ids.GetValueOrDefault(text, text) : text);

    /// <summary>A removal that also says of the fields it does not name that they were empty or not stated.</summary>
    private static LineChange Whole(LineChange removal) => removal with
    {
        Fields = [.. removal.Fields, .. LineFields.Of(removal.Kind).Where(field => field.LabelList is null && removal.Fields.All(given => given.Name != field.Name)).Select(field => new FieldChange(field.Name, "", ""))],
    };

    private void CheckBefore(LineChange change, object line)
    {
        foreach (var field in change.Fields)
        {
            if (LineFields.Find(change.Kind, field.Name)?.Read(line) is { } now && change.Act != LineAct.Add && now != field.Before && now != field.After)
            {
                _faults.Add(new(change.LineId, field.Name, FaultKind.ChangedMeanwhile, field.Before, now));
            }
        }
    }

    private Authority NewAuthority(string lineId) => new()
    {
        Id = NewId(lineId, request.StateCode + "-", _state!.Authorities.Select(each => each.Record.Id), digits: 3),
        StateCode = request.StateCode,
        Name = "",
        Source = _stamp.Source ?? _state!.Record.Source,
    };

    private Notice NewNotice(string lineId) => new()
    {
        Id = NewId(lineId, request.StateCode + "-n", _state!.Notices.Select(each => each.Record.Id)),
        StateCode = request.StateCode,
        Text = "",
        From = default,
        Until = default,
        Source = _stamp.Source ?? _state!.Record.Source,
    };

    /// <summary>The next number after the highest that is, in the directory or in this request.</summary>
    private string NewId(string lineId, string prefix, IEnumerable<string> taken, int digits = 1)
    {
        var highest = taken.Concat(_ids.Values.Where(id => id.StartsWith(prefix, StringComparison.Ordinal) && id.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0))
            .Select(Number).DefaultIfEmpty(0).Max();
        return _ids[lineId] = prefix + (highest + 1).ToString(new string('0', digits), CultureInfo.InvariantCulture);
    }

    private bool IsNewAuthority(string lineId) => _ids.ContainsKey(lineId) && Record<Authority>(lineId) is not null;

    private Authority? AuthorityOf(string id) =>
        Record<Authority>(id) ?? (view.Authority(id)?.Record is { } record && record.StateCode == request.StateCode ? record : null);

    private Notice? NoticeOf(string id) => Record<Notice>(id) ?? _state!.Notices.FirstOrDefault(each => each.Record.Id == id)?.Record;

    private T? Record<T>(string id) where T : DirectoryRecord => _records.GetValueOrDefault(id) as T;

    private void Put(string id, DirectoryRecord record) => _records[id] = record;

    private static FieldFault Missing(LineChange change) => new(change.LineId, null, FaultKind.NoSuchLine, change.LineId);

    private static int Number(string id) => int.Parse(id.AsSpan(id.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Anew[0-9]{1,6}\z")]
    private static partial Regex NewLineForm();
}
