using System.Buffers.Text;
using System.Text.Json;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Execution;

/// <summary>Where the next page goes on: after an entity's sort values and key, so that nothing is skipped or repeated when other entities come or go.</summary>
/// <param name="Mark">Which query it belongs to.</param>
/// <param name="Taken">How many entities the pages before held, which <c>$top</c> is reduced by.</param>
/// <param name="Values">The sort values, in the order of the keys; null is null.</param>
/// <param name="Key">The key.</param>
sealed record SkipToken(string Mark, long Taken, IReadOnlyList<string?> Values, KeyValue Key)
{
    /// <summary>The token for a URL: opaque to clients.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
        (string?[])[Taken.ToString(System.Globalization.CultureInfo.InvariantCulture), Key.Text is null ? "n" : "t", Key.Text ?? Key.ToString(), Mark, .. Values], SkipTokenJson.Default.StringArray));

    /// <summary>Reads a token that <see cref="Encode"/> made for the same query.</summary>
    public static SkipToken Parse(ValueSyntax<string> text, QueryMark mark)
    {
        var token = Parse(text);
        return token.Mark == mark.Text ? token
            : throw text.At.Invalid(ErrorCode.InvalidValue, "This skip token belongs to a query with another $filter, $orderby, $search or $compute; follow the next link of an answer as it is, or leave $skiptoken out to begin anew");
    }

    static SkipToken Parse(ValueSyntax<string> text)
    {
        try
        {
            var parts = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text.Value), SkipTokenJson.Default.StringArray);
            if (parts is [{ } taken, "t" or "n", { } key, { } mark, .. var values] && long.TryParse(taken, out var number) && number >= 0 && ReadKey(parts[1]!, key) is { } value)
                return new SkipToken(mark, number, values, value);
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
        }
        throw Invalid(text.At);
    }

    public static QueryException Invalid(Location at) =>
        at.Invalid(ErrorCode.InvalidValue, "This is not a skip token of this query; follow the next link of an answer as it is");

    static KeyValue? ReadKey(string kind, string text) =>
        kind == "t" ? new KeyValue(text, 0) : long.TryParse(text, out var number) ? new KeyValue(null, number) : null;
}

/// <summary>Reads and writes the parts of a token without reflection.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
sealed partial class SkipTokenJson : System.Text.Json.Serialization.JsonSerializerContext;
