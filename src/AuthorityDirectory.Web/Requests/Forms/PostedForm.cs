using System.Text.RegularExpressions;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;
using Microsoft.Extensions.Primitives;

namespace AuthorityDirectory.Web.Requests.Forms;

/// <summary>Reads what a browser sends of an <see cref="EntryForm"/>, by itself: the directory may have changed since the form was opened.</summary>
public static partial class PostedForm
{
    /// <summary>Begins the names of what fields were when the form was opened.</summary>
    public const string Before = "was.";

    /// <summary>Begins the names that say which lines the form has.</summary>
    public const string Line = "line.";

    /// <summary>Begins the names of the boxes that mark a line to be removed.</summary>
    public const string Remove = "remove.";

    /// <summary>The lines into which something was typed, each with those fields; texts as they were typed.</summary>
    public static IReadOnlyList<LineChange> Read(IFormCollection form) =>
        [.. form.Keys.Where(key => key.StartsWith(Line, StringComparison.Ordinal)).Select(key => Read(form, key[Line.Length..], form[key].ToString())).OfType<LineChange>()];

    private static LineChange? Read(IFormCollection form, string lineId, string written) =>
        Written().Match(written) is not { Success: true } match || !Id().IsMatch(lineId) || Codes.LineKinds.Parse(match.Groups[1].Value) is not { } kind ? null
        : form.ContainsKey(Remove + lineId) ? Removed(form, new(kind, match.Groups[2].Value, lineId, LineAct.Remove))
        : Typed(form, new(kind, match.Groups[2].Value, lineId, match.Groups[3].Value == nameof(LineAct.Add) ? LineAct.Add : LineAct.Change));

    private static LineChange? Typed(IFormCollection form, LineChange change)
    {
        var fields = LineFields.Of(change.Kind).Where(field => form.ContainsKey(Name(change, field))).Select(field => Of(form, change, field)).Where(field => WrittenForms.Tidy(field.After) != field.Before).ToList();
        return fields.Count == 0 ? null : change with { Fields = fields };
    }

    private static LineChange Removed(IFormCollection form, LineChange change) =>
        change with { Fields = [.. LineFields.Of(change.Kind).Select(field => Of(form, change, field) with { After = "" }).Where(field => field.Before.Length > 0)] };

    private static FieldChange Of(IFormCollection form, LineChange change, LineField field) =>
        new(field.Name, form[Before + Name(change, field)].ToString().ReplaceLineEndings("\n"), Text(field, form[Name(change, field)]));

    /// <summary>Boxes of one name are one text, with what was typed beside them.</summary>
    private static string Text(LineField field, StringValues values) =>
        field.Form is FieldForm.Languages or FieldForm.Channels ? string.Join(' ', values.Where(value => !string.IsNullOrWhiteSpace(value))) : values.ToString();

    private static string Name(LineChange change, LineField field) => $"{change.LineId}.{field.Name}";

    [GeneratedRegex(@"\A([A-Za-z]{1,20}):([A-Za-z0-9-]{1,40}):(Add|Change)\z")]
    private static partial Regex Written();

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,40}\z")]
    private static partial Regex Id();
}
