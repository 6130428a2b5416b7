using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Web.Pages;

/// <summary>The words of the pages in one language. The first part of a key is its file: <c>Home.Title</c> is <c>Title</c> in <c>Resources/Home.resx</c>.</summary>
public sealed class Texts(PageLanguage language)
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Files = new(StringComparer.Ordinal);

    /// <summary>The language.</summary>
    public PageLanguage Language => language;

    /// <summary>A text.</summary>
    public string this[string key] =>
        Find(key) ?? throw new KeyNotFoundException($"There is no text '{key}' in '{language.Tag}'; add it to the resource file that the key begins with.");

    /// <summary>A text with values.</summary>
    public string this[string key, params object[] values] => string.Format(language.Culture, this[key], values);

    /// <summary>A text in the form that goes with a number; the number is its first value.</summary>
    public string Count(string key, long count, params object[] further) =>
        this[$"{key}_{language.PluralForm(count)}", [count, .. further]];

    /// <summary>The label of a member of a code list.</summary>
    public string Label<T>(CodeList<T> list, T value) where T : struct, Enum => this[$"Terms.{list.LabelKey(value)}"];

    /// <summary>A number.</summary>
    public string Number(long number) => number.ToString("N0", language.Culture);

    /// <summary>A day: 2 November 2026.</summary>
    public string Day(DateOnly day) => day.ToString(this["Formats.Day"], language.Culture);

    /// <summary>As much of a date as is known: 2 November 2026, November 2026, 2026.</summary>
    public string Date(DateOnly day, DatePrecision? precision) => precision switch
    {
        DatePrecision.Year => day.ToString(this["Formats.Year"], language.Culture),
        DatePrecision.Month => day.ToString(this["Formats.Month"], language.Culture),
        _ => Day(day),
    };

    /// <summary>The short name of a State.</summary>
    public string Name(State state) => state.Name.In(language.Language);

    /// <summary>The name of a State as it stands inside a sentence, with its article where it has one.</summary>
    public string InSentence(State state) => Find($"StateNames.{state.Code}") ?? Name(state);

    /// <summary>The name of a language; a tag that names none stays as it is.</summary>
    public string LanguageName(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>Names of languages, one after the other.</summary>
    public string LanguageNames(IEnumerable<string> tags) => string.Join(this["Formats.Comma"], tags.Select(LanguageName));

    private string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var file = Files.GetOrAdd(key[..dot], name => new ResourceManager($"AuthorityDirectory.Web.Resources.{name}", typeof(Texts).Assembly));
        return file.GetString(key[(dot + 1)..], language.Culture);
    }
}
