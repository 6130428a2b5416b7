using System.Text;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>The form every cell has: no control characters, no marks that turn the direction of text around, no spaces at its ends, letters with their accents in one.</summary>
internal static class CellForm
{
    public static Cell<string> Check(string text)
    {
        foreach (var letter in text.Where(WrittenForms.IsForbidden))
        {
            return Cell<string>.Bad($"Character {text.IndexOf(letter, StringComparison.Ordinal) + 1} is a control character (U+{(int)letter:X4}).", "Remove it; where a column holds several texts they are separated by |.");
        }

        return text != text.Trim() ? Cell<string>.Bad("The cell begins or ends with a space.", "Remove it.")
            : !text.IsNormalized(NormalizationForm.FormC) ? Cell<string>.Bad("A letter and its accent are two characters.", "Save the text in Unicode normalization form C.")
            : new(text);
    }
}
