using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Updates.Lines;

/// <summary>Declares the fields of one kind of line, one after the other.</summary>
internal sealed class FieldTable<T> where T : class
{
    private readonly List<LineField> _fields = [];

    public IReadOnlyList<LineField> Fields => _fields;

    public FieldTable<T> Text(string name, Func<T, string?> read, Func<T, string?, T> write, bool required = false, int most = 300) =>
        Add(name, FieldForm.Text, read, write, Any, required, most);

    public FieldTable<T> LongText(string name, Func<T, string?> read, Func<T, string?, T> write, bool required = false, int most = 5000) =>
        Add(name, FieldForm.LongText, read, write, Any, required, most);

    public FieldTable<T> Texts(string name, Func<T, IReadOnlyList<string>> read, Func<T, IReadOnlyList<string>, T> write) =>
        Add(name, FieldForm.Texts, line => string.Join('\n', read(line)), (line, text) => write(line, Parts(text, '\n')), Any, false, 5000);

    public FieldTable<T> Code<TCode>(string name, CodeList<TCode> list, Func<T, TCode> read, Func<T, TCode, T> write, bool mustBeGiven = false) where TCode : struct, Enum =>
        Add(new LineField(name, FieldForm.Code, line => read((T)line).ToString(), (line, text) => write((T)line, list.Parse(text)!.Value),
            (text, _) => list.Parse(text) is null ? (FaultKind.NotOnList, [text, string.Join(", ", list.All)]) : null)
        {
            IsRequired = true,
            MustBeGiven = mustBeGiven,
            Options = [.. list.All.Select(code => code.ToString())],
            LabelList = typeof(TCode).Name,
        });

    public FieldTable<T> Day(string name, Func<T, DateOnly?> read, Func<T, DateOnly?, T> write, bool required = false) =>
        Add(name, FieldForm.Day, line => Written(read(line)), (line, text) => write(line, Day(text)),
            (text, _) => Day(text) is null ? (FaultKind.NotADay, [text]) : null, required, 10);

    public FieldTable<T> Language(string name, Func<T, string?> read, Func<T, string?, T> write) =>
        Add(name, FieldForm.Language, read, write, One(FaultKind.NotALanguage, WrittenForms.IsLanguageTag), false, 20);

    public FieldTable<T> Languages(string name, Func<T, IReadOnlyList<string>> read, Func<T, IReadOnlyList<string>, T> write) =>
        Add(name, FieldForm.Languages, line => string.Join(' ', read(line)), (line, text) => write(line, [.. Words(text).Distinct()]), Each(FaultKind.NotALanguage, WrittenForms.IsLanguageTag), false, 500);

    public FieldTable<T> Channels(string name, Func<T, IReadOnlyList<string>> read, Func<T, IReadOnlyList<string>, T> write) =>
        Add(name, FieldForm.Channels, line => string.Join(' ', read(line)), (line, text) => write(line, [.. Words(text).Distinct()]),
            (text, view) => Words(text).FirstOrDefault(word => view.Channels.All(channel => channel.Code != word)) is { } bad
                ? (FaultKind.NotAChannel, [bad, string.Join(", ", view.Channels.Select(channel => channel.Code))]) : null,
            false, 500);

    public FieldTable<T> WebAddress(string name, Func<T, string?> read, Func<T, string?, T> write) =>
        Add(name, FieldForm.WebAddress, read, write, One(FaultKind.NotAWebAddress, WrittenForms.IsWebAddress), false, 500);

    public FieldTable<T> Country(string name, Func<T, string?> read, Func<T, string?, T> write) =>
        Add(name, FieldForm.Country, read, write, (text, view) => view.State(text) is null or { Record.Kind: StateKind.RegionalOrganization } ? (FaultKind.NotACountry, [text]) : null, false, 2);

    public FieldTable<T> TimeZone(string name, Func<T, string?> read, Func<T, string?, T> write, bool required = false) =>
        Add(name, FieldForm.TimeZone, read, write, One(FaultKind.NotATimeZone, WrittenForms.IsTimeZone), required, 50);

    public FieldTable<T> Authority(string name, Func<T, string?> read, Func<T, string?, T> write) =>
        Add(name, FieldForm.Authority, read, write, (text, view) => view.Authority(text) is null ? (FaultKind.NotAnAuthority, [text]) : null, false, 20);

    public FieldTable<T> Translations(string name, Func<T, IReadOnlyList<Translation>> read, Func<T, IReadOnlyList<Translation>, T> write) =>
        Add(name, FieldForm.Translations, line => string.Join('\n', read(line).Select(each => $"{each.Language}: {each.Text}")),
            (line, text) => write(line, [.. Parts(text, '\n').Select(part => TranslationOf(part)!)]),
            Lines(part => TranslationOf(part) is not null, "fr: Ministère de la justice"), false, 5000);

    public FieldTable<T> Links(string name, Func<T, IReadOnlyList<Link>> read, Func<T, IReadOnlyList<Link>, T> write) =>
        Add(name, FieldForm.Links, line => string.Join('\n', read(line).Select(Written)), (line, text) => write(line, [.. Parts(text, '\n').Select(part => LinkOf(part)!)]),
            Lines(part => LinkOf(part) is not null, "Legislation https://example.org/law fr"), false, 5000);

    private FieldTable<T> Add(
        string name, FieldForm form, Func<T, string?> read, Func<T, string?, T> write, Func<string, DirectoryView, (FaultKind, string[])?> fault, bool required, int most) =>
        Add(new LineField(name, form, line => read((T)line) ?? "", (line, text) => write((T)line, text.Length == 0 ? null : text), fault)
        {
            IsRequired = required,
            MustBeGiven = required,
            MaxLength = most,
        });

    private FieldTable<T> Add(LineField field)
    {
        _fields.Add(field);
        return this;
    }

    private static (FaultKind, string[])? Any(string text, DirectoryView view) => null;

    private static Func<string, DirectoryView, (FaultKind, string[])?> One(FaultKind kind, Func<string, bool> isGood) => (text, _) => isGood(text) ? null : (kind, [text]);

    private static Func<string, DirectoryView, (FaultKind, string[])?> Each(FaultKind kind, Func<string, bool> isGood) =>
        (text, _) => Words(text).FirstOrDefault(word => !isGood(word)) is { } bad ? (kind, [bad]) : null;

    private static Func<string, DirectoryView, (FaultKind, string[])?> Lines(Func<string, bool> isGood, string example) =>
        (text, _) => Parts(text, '\n').FirstOrDefault(part => !isGood(part)) is { } bad ? (FaultKind.NotOfForm, [bad, example]) : null;

    private static string[] Words(string? text) => Parts(text, ' ');

    private static string[] Parts(string? text, char separator) => text?.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= WrittenForms.Earliest ? day : null;

    private static Translation? TranslationOf(string text) =>
        text.Split(':', 2, StringSplitOptions.TrimEntries) is [var language, { Length: > 0 } words] && WrittenForms.IsLanguageTag(language) ? new(language, words) : null;

    private static string Written(Link link) =>
        string.Join(' ', new[] { link.Kind.ToString(), link.Url, link.Language ?? "", Written(link.AsOf) }.Where(part => part.Length > 0));

    private static Link? LinkOf(string text)
    {
        var words = Words(text);
        if (words.Length is < 2 or > 4 || Codes.LinkKinds.Parse(words[0]) is not { } kind || !WrittenForms.IsWebAddress(words[1]))
        {
            return null;
        }

        var asOf = Day(words[^1]);
        var rest = words[2..(asOf is null ? words.Length : words.Length - 1)];
        return rest.Length <= 1 && rest.All(WrittenForms.IsLanguageTag) ? new(kind, words[1], rest.FirstOrDefault(), asOf) : null;
    }
}
