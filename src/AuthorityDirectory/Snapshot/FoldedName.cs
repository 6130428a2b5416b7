using System.Globalization;
using System.Text;

namespace AuthorityDirectory.Snapshot;

/// <summary>A name as searching sees it: without case, accents, punctuation and the variants of a letter that people do not tell apart.</summary>
/// <param name="Text">Its words with one space between them; what an apostrophe or a full stop joins is one word: <c>cote divoire</c>.</param>
/// <param name="Words">Those words.</param>
/// <param name="Pieces">The pieces that apostrophes and full stops join: <c>d</c>, <c>ivoire</c>.</param>
internal sealed record FoldedName(string Text, string[] Words, string[] Pieces)
{
    private const char Joint = '\'';

    /// <summary>Folds a name or a query.</summary>
    public static FoldedName Of(string name)
    {
        var tokens = Letters(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] words = [.. tokens.Select(token => token.Replace("'", "", StringComparison.Ordinal)).Where(word => word.Length > 0)];
        var joined = tokens.Where(token => token.Contains(Joint, StringComparison.Ordinal));
        return new(string.Join(' ', words), words, [.. joined.SelectMany(token => token.Split(Joint, StringSplitOptions.RemoveEmptyEntries))]);
    }

    /// <summary>Whether a character is of a script that is written without spaces, so that a word can begin anywhere.</summary>
    public static bool IsUnspaced(char letter) =>
        letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uD800' and <= '\uDFFF');

    private static string Letters(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in Decomposed(name))
        {
            Append(folded, char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (Same(letter) is { } same)
        {
            folded.Append(same);
            return;
        }

        switch (char.GetUnicodeCategory(letter))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                break;
            case UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate:
                folded.Append(letter);
                break;
            default:
                folded.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
                break;
        }
    }

    /// <summary>What is written for a letter that decomposition leaves whole; null when it stands for itself.</summary>
    private static string? Same(char letter) => letter switch
    {
        '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '.' => "'",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ə' => "e",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        'ة' => "ه",
        'ى' or 'ی' => "ي",
        'ک' => "ك",
        'ٱ' => "ا",
        'ـ' => "",
        _ => null,
    };

    private static string Decomposed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
