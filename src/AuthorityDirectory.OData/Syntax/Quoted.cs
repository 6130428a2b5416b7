using System.Text.Json;
using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>Texts in quotes: single as OData writes them, double as JSON does.</summary>
static class Quoted
{
    public static string Unescape(ReadOnlySpan<char> quoted, Location at) =>
        quoted[0] == '"' ? UnescapeJson(quoted, at) : quoted[1..^1].ToString().Replace("''", "'", StringComparison.Ordinal);

    /// <summary>The character after the single quote that closes the text which begins at another one.</summary>
    public static int End(string text, int quote, Location at)
    {
        for (var end = quote + 1; end < text.Length; end++)
        {
            if (text[end] != '\'')
                continue;
            if (end + 1 == text.Length || text[end + 1] != '\'')
                return end + 1;
            end++;
        }
        throw at.Invalid(ErrorCode.Syntax, "The text that begins here has no closing quote; a quote within it is written twice");
    }

    static string UnescapeJson(ReadOnlySpan<char> quoted, Location at)
    {
        try
        {
            using var document = JsonDocument.Parse(quoted.ToString());
            return document.RootElement.GetString()!;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw at.Invalid(ErrorCode.Syntax, "This is not a JSON text");
        }
    }
}
