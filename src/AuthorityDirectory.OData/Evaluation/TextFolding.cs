using System.Globalization;
using System.Text;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>Texts as <c>$orderby</c> compares them: without case and accents, by code unit, the same on every machine.</summary>
static class TextFolding
{
    /// <summary>The text in lower case without combining marks; letters with a stroke or ligature become the plain ones.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                Append(folded, char.ToLowerInvariant(character));
        }
        return folded.ToString();
    }

    static void Append(StringBuilder folded, char character) => _ = character switch
    {
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'ø' => folded.Append('o'),
        'đ' or 'ð' => folded.Append('d'),
        'ł' => folded.Append('l'),
        'ı' => folded.Append('i'),
        'þ' => folded.Append("th"),
        _ => folded.Append(character),
    };
}
