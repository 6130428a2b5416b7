using System.Text.Json;
using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>Texts in quotes: single as OData writes them, double as JSON does.</summary>
static class Quoted
{
    public static string Unescape(ReadOnlySpan<char> quoted, Location at) =>
        quoted[0] == '"' ? UnescapeJson(quoted, at) : quoted[1..^1].ToString().Replace("''", "'", StringComparison.Ordinal);

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
