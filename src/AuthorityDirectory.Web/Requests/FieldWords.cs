using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Requests;

/// <summary>What fields are called, how they are explained, and what their texts mean to a reader: members of lists by their labels, languages by name, days written out.</summary>
public sealed class FieldWords(Texts texts)
{
    /// <summary>The name of a field; of one that there is not, as it was given.</summary>
    public string Label(LineKind kind, string field) => LineFields.Find(kind, field) is null ? field : texts[$"Fields.{kind}_{field}"];

    /// <summary>How to fill it in.</summary>
    public string Hint(LineKind kind, string field) => texts[$"Fields.{kind}_{field}_Hint"];

    /// <summary>The label of a member of a field's closed list; what is on no list stays as it is.</summary>
    public string Option(LineField field, string member) => field.Options.Contains(member) ? texts[$"Terms.{field.LabelList}_{member}"] : member;

    /// <summary>What a text says in a field; null when it says nothing.</summary>
    /// <param name="kind">The kind of line.</param>
    /// <param name="name">The field.</param>
    /// <param name="text">The text, right or wrong.</param>
    /// <param name="view">Where States, authorities and channels have their names from.</param>
    public string? Value(LineKind kind, string name, string text, DirectoryView view) =>
        text.Length == 0 ? null
        : LineFields.Find(kind, name) is not { } field ? text
        : field.Form switch
        {
            FieldForm.Code => Option(field, text),
            FieldForm.Language => Language(text),
            FieldForm.Languages => Each(text, Language),
            FieldForm.Channels => Each(text, code => view.Channels.FirstOrDefault(channel => channel.Code == code)?.Name ?? code),
            FieldForm.Day => Day(text),
            FieldForm.Country => view.State(text) is { } state ? texts.Name(state.Record) : text,
            FieldForm.Authority => view.Authority(text)?.Record.Name ?? text,
            _ => text,
        };

    /// <summary>A day as it is written out; what is none stays as it is.</summary>
    public string Day(string text) => DraftSource.DayOf(text) is { } day ? texts.Day(day) : text;

    private string Each(string text, Func<string, string> name) => string.Join(texts["Formats.Comma"], text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name));

    private string Language(string tag) => WrittenForms.IsLanguageTag(tag) ? texts.LanguageName(tag) : tag;
}
