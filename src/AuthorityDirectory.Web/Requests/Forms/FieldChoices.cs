using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Pages.States;

namespace AuthorityDirectory.Web.Requests.Forms;

/// <summary>What a field on a form offers to choose from.</summary>
public sealed class FieldChoices(Texts texts, FieldWords words, StateDesk desk)
{
    /// <summary>The choices, in the order in which they are offered; empty where a text is typed.</summary>
    /// <param name="field">The field.</param>
    /// <param name="state">The State.</param>
    public IReadOnlyList<Choice> Of(FormField field, StateEntry state) => field.Field.Form switch
    {
        FieldForm.Code => [.. Codes(field)],
        FieldForm.Languages => [.. Languages(field, state).Select(tag => new Choice(tag, texts.LanguageName(tag), Words(field).Contains(tag)))],
        FieldForm.Channels => [.. desk.View.Channels.Select(channel => new Choice(channel.Code, channel.Name, Words(field).Contains(channel.Code)))],
        FieldForm.Country => One(field, desk.View.States.Where(each => each.Record.Kind == StateKind.State).Select(each => each.Record).InOrder(texts.Language).Select(each => (each.Code, texts.Name(each)))),
        FieldForm.Authority => One(field, state.Authorities.Where(each => each.Record.Id != field.LineId).Select(each => (each.Record.Id, each.Record.Name))),
        _ => [],
    };

    /// <summary>What was typed beside the boxes of a field and is none of them.</summary>
    public static string Rest(FormField field, IReadOnlyList<Choice> choices) =>
        string.Join(' ', Words(field).Where(word => choices.All(choice => choice.Value != word)));

    /// <summary>The members of a list. On a line to be added the member that a field has anyway is written as nothing, so that a line into which nobody typed stays empty.</summary>
    private IEnumerable<Choice> Codes(FormField field)
    {
        var usual = field.IsNew && !field.Field.MustBeGiven ? field.Field.Options.FirstOrDefault(option => option == "NotStated") ?? field.Field.Options[0] : null;
        var none = field.IsNew && field.Field.MustBeGiven ? [new Choice("", texts["Edit.Choose"], field.Text.Length == 0)] : Array.Empty<Choice>();
        var unknown = field.Text.Length > 0 && !field.Field.Options.Contains(field.Text) ? [new Choice(field.Text, field.Text, true)] : Array.Empty<Choice>();
        return [.. none, .. unknown, .. field.Field.Options.Select(option => new Choice(option == usual ? "" : option, words.Option(field.Field, option), option == field.Text || (option == usual && field.Text.Length == 0)))];
    }

    private IReadOnlyList<Choice> One(FormField field, IEnumerable<(string Value, string Label)> all)
    {
        var choices = all.Select(each => new Choice(each.Value, each.Label, each.Value == field.Text)).ToList();
        return
        [
            new("", texts["Difference.Nothing"], field.Text.Length == 0),
            .. field.Text.Length > 0 && !choices.Exists(choice => choice.IsChosen) ? [new Choice(field.Text, field.Text, true)] : Array.Empty<Choice>(),
            .. choices,
        ];
    }

    private static IEnumerable<string> Languages(FormField field, StateEntry state) =>
        CodeLists.Codes.UnLanguages.Codes.Concat(state.Record.OfficialLanguages).Concat(state.Record.AcceptedLanguages)
            .Concat(field.Before.Split(' ')).Concat(Words(field)).Where(WrittenForms.IsLanguageTag).Distinct();

    private static string[] Words(FormField field) => field.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Something to choose.</summary>
/// <param name="Value">As it is written.</param>
/// <param name="Label">As it is called.</param>
/// <param name="IsChosen">Whether it is.</param>
public sealed record Choice(string Value, string Label, bool IsChosen);
