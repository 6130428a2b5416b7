using System.Security.Cryptography;
using System.Text;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>A fingerprint of the texts of a line: the same as long as they are.</summary>
/// <remarks>
/// A file carries that of each line, so that one can tell, whenever the file comes back, whether its user changed a row (the row's own texts have another fingerprint) and whether somebody else
/// changed the line meanwhile (the line has). A confirmation or a new source changes no text, and is no clash.
/// </remarks>
internal static class LineVersion
{
    private const int Digits = 12;

    public static string Of(Line line) => Of(line, field => field.Read(line.Part));

    /// <summary>Begins with a letter: a spreadsheet would take digits alone for a number.</summary>
    public static string Of(Line line, Func<LineField, string> text)
    {
        var texts = line.Fields.Select(field => $"{field.Name}\0{WrittenForms.Tidy(text(field))}\0");
        return "v" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texts))))[..Digits];
    }
}
