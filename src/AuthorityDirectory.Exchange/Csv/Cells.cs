using System.Globalization;
using System.Text.RegularExpressions;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>The readers that the columns share. An optional cell that is empty is null, an empty list has no elements.</summary>
internal static class Cells
{
    private static readonly DateOnly Earliest = WrittenForms.Earliest;

    public static Cell<string> Text(string text) =>
        text.Length > 0 ? new(text) : Cell<string>.Bad("The cell is empty.", "Fill it.");

    public static Cell<string?> OptionalText(string text) => new(text.Length > 0 ? text : null);

    /// <summary>Texts separated by a vertical bar.</summary>
    public static Cell<IReadOnlyList<string>> Texts(string text) =>
        text.Length == 0 ? new([])
        : text.Split('|') is var parts && parts.All(part => part.Length > 0 && part == part.Trim()) ? new(parts)
        : Cell<IReadOnlyList<string>>.Bad("One of the texts between the bars is empty or begins or ends with a space.", "Separate texts by a single | without spaces around it.");

    public static CellReader<T> Code<T>(CodeList<T> list) where T : struct, Enum =>
        text => list.Parse(text) is { } value ? new(value) : Cell<T>.Bad($"\"{text}\" is not on the list.", $"Write one of: {string.Join(", ", list.All)}.");

    /// <summary>A member of a list that files write by its short code.</summary>
    public static CellReader<T> ShortCode<T>(CodeList<T> list) where T : struct, Enum =>
        text => list.Codes.Contains(text) ? new(list.Parse(text)!.Value) : Cell<T>.Bad($"\"{text}\" is not on the list.", $"Write one of: {string.Join(", ", list.Codes)}.");

    public static CellReader<T?> OptionalCode<T>(CodeList<T> list) where T : struct, Enum =>
        text => text.Length == 0 ? new(null)
            : list.Parse(text) is { } value ? new(value)
            : Cell<T?>.Bad($"\"{text}\" is not on the list.", $"Leave it empty or write one of: {string.Join(", ", list.All)}.");

    public static Cell<DateOnly?> OptionalDate(string text) =>
        text.Length == 0 ? new(null)
        : Day(text) is { } day ? new(day)
        : Cell<DateOnly?>.Bad($"\"{text}\" is not a day since {Earliest:yyyy-MM-dd}.", "Write year, month and day, for instance 2006-10-13; leave it empty when the source does not state the day.");

    /// <summary>A day, a month or a year, with how much of the date is known.</summary>
    public static Cell<(DateOnly First, DatePrecision Precision)?> OptionalPartialDate(string text) => text.Length switch
    {
        0 => default,
        4 when Day(text + "-01-01") is { } day => new((day, DatePrecision.Year)),
        7 when Day(text + "-01") is { } day => new((day, DatePrecision.Month)),
        10 when Day(text) is { } day => new((day, DatePrecision.Day)),
        _ => Cell<(DateOnly, DatePrecision)?>.Bad($"\"{text}\" is not a date since {Earliest.Year}.", "Write 2006, 2006-10 or 2006-10-13, as much as the source states."),
    };

    public static Cell<string?> OptionalUrl(string text) =>
        text.Length == 0 ? new(null)
        : WrittenForms.IsWebAddress(text) ? new(text)
        : Cell<string?>.Bad($"\"{text}\" is not an address of a page.", "Write the whole address, beginning with http:// or https://, without spaces; escape what is not ASCII.");

    public static Cell<string?> OptionalEmail(string text) =>
        Optional(text, WrittenForms.IsEmail, "is not an e-mail address", "Write one address, for instance office@justice.example.");

    public static Cell<string?> OptionalPhone(string text) =>
        Optional(text, WrittenForms.IsPhone, "is not a telephone number", "Write + and the country code, or a number that works inside the country; digits, spaces and hyphens only.");

    public static Cell<int?> OptionalNumber(string text) =>
        text.Length == 0 ? new(null)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number)
        : Cell<int?>.Bad($"\"{text}\" is not a whole number.", "Write digits only.");

    /// <summary>BCP 47 tags separated by spaces.</summary>
    public static Cell<IReadOnlyList<string>> Languages(string text) =>
        Words(text).FirstOrDefault(word => !WrittenForms.IsLanguageTag(word)) is not { } bad ? new(Words(text))
        : Cell<IReadOnlyList<string>>.Bad($"\"{bad}\" is not a language tag.", "Write BCP 47 tags separated by single spaces, for instance: pl en.");

    public static Cell<string> Language(string text) =>
        WrittenForms.IsLanguageTag(text) ? new(text) : Cell<string>.Bad($"\"{text}\" is not a language tag.", "Write one BCP 47 tag, for instance pl.");

    public static Cell<string?> OptionalLanguage(string text) =>
        Optional(text, WrittenForms.IsLanguageTag, "is not a language tag", "Write one BCP 47 tag, for instance pl.");

    /// <summary>Codes separated by spaces.</summary>
    public static Cell<IReadOnlyList<string>> WordList(string text) => new(Words(text));

    /// <summary>One of a few words that only the files know.</summary>
    public static CellReader<string?> OptionalWord(params string[] words) =>
        text => text.Length == 0 ? new(null)
            : words.Contains(text) ? new(text)
            : Cell<string?>.Bad($"\"{text}\" is not on the list.", $"Leave it empty or write one of: {string.Join(", ", words)}.");

    /// <summary>A text of a fixed form.</summary>
    public static CellReader<string> Matching(Regex form, string remedy) =>
        text => form.IsMatch(text) ? new(text) : Cell<string>.Bad($"\"{text}\" does not have the right form.", remedy);

    /// <summary>A text of a fixed form, or nothing.</summary>
    public static CellReader<string?> OptionalMatching(Regex form, string remedy) =>
        text => Optional(text, form.IsMatch, "does not have the right form", remedy);

    public static string[] Words(string text) => text.Length == 0 ? [] : text.Split(' ');

    private static Cell<string?> Optional(string text, Func<string, bool> hasForm, string wrong, string remedy) =>
        text.Length == 0 ? new(null) : hasForm(text) ? new(text) : Cell<string?>.Bad($"\"{text}\" {wrong}.", remedy);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Earliest ? day : null;
}
