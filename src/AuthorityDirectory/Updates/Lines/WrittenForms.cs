using System.Text;
using System.Text.RegularExpressions;

namespace AuthorityDirectory.Updates.Lines;

/// <summary>The forms in which addresses, numbers and tags are written, whoever writes them.</summary>
public static partial class WrittenForms
{
    /// <summary>The first day a date may be: nothing here is older than the United Nations.</summary>
    public static readonly DateOnly Earliest = new(1945, 10, 24);

    /// <summary>One e-mail address.</summary>
    public static bool IsEmail(string text) => text.Length <= 254 && EmailForm().IsMatch(text);

    /// <summary>A number with + and country code, or one that works inside the country; digits, spaces and hyphens.</summary>
    public static bool IsPhone(string text) => PhoneForm().IsMatch(text);

    /// <summary>A BCP 47 tag of language, perhaps with script and region.</summary>
    public static bool IsLanguageTag(string text) => LanguageForm().IsMatch(text);

    /// <summary>A name of the tz database.</summary>
    public static bool IsTimeZone(string text) => TimeZoneForm().IsMatch(text);

    /// <summary>The absolute address of a page, ASCII only.</summary>
    public static bool IsWebAddress(string text) =>
        text.All(letter => letter is > ' ' and < (char)127)
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "" }
        && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>A character that no text may hold: control characters, and marks that turn the direction of text around. Line breaks are told apart by whoever asks.</summary>
    public static bool IsForbidden(char letter) =>
        char.IsControl(letter) || letter is (>= '\uFFFD' and <= '\uFFFF') or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The text as it is kept: one kind of line break, no spaces at the ends of lines or of the text, letters with their accents in one.</summary>
    /// <remarks>What is not Unicode stays as it is, as does a text with U+FFFE, which .NET does not normalize; both are refused for their characters.</remarks>
    public static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim());
        var tidy = string.Join('\n', lines).Trim('\n', ' ');
        return IsUnicode(tidy) && !tidy.Contains('\uFFFE', StringComparison.Ordinal) ? tidy.Normalize(NormalizationForm.FormC) : tidy;
    }

    /// <summary>Whether every half of a surrogate pair has the other.</summary>
    public static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\z")]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"\A(\+[1-9]([ -]?[0-9]){6,14}|[0-9]([ -]?[0-9]){2,14})\z")]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\z")]
    private static partial Regex LanguageForm();

    [GeneratedRegex(@"\A[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+\z")]
    private static partial Regex TimeZoneForm();
}
