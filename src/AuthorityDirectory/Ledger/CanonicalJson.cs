using System.Buffers;
using System.Text.Json;

namespace AuthorityDirectory.Ledger;

/// <summary>The one byte form of a JSON value that is hashed and stored.</summary>
/// <remarks>
/// RFC 8785 restricted to objects, arrays, strings, booleans, null and whole numbers of at most 2⁵³ either way, written without fraction or exponent.
/// Members are sorted by the UTF-16 code units of their names; a name stands once; text holds no lone surrogate; values nest at most <see cref="MaxDepth"/> deep.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>How deep arrays and objects may nest.</summary>
    public const int MaxDepth = 64;

    /// <summary>The largest magnitude of a number, 2⁵³: beyond it, readers that hold numbers as doubles lose digits.</summary>
    public const long MaxInteger = 1L << 53;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>The canonical form of a JSON text.</summary>
    /// <param name="json">One JSON value as UTF-8, without byte order mark.</param>
    /// <returns>A new array with the canonical bytes.</returns>
    /// <exception cref="FormatException">It is not JSON or goes beyond the restriction; the message names the place.</exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> json)
    {
        if (IsCanonical(json))
        {
            return json.ToArray();
        }

        using var document = Parse(json);
        var output = new ArrayBufferWriter<byte>(json.Length);
        new CanonicalRewriter(output).Rewrite(document.RootElement);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Whether a JSON text is canonical already, byte for byte.</summary>
    /// <param name="json">Any bytes.</param>
    public static bool IsCanonical(ReadOnlySpan<byte> json) => new CanonicalScanner(json).Scan() == CanonicalScan.Whole;

    /// <summary>Whether bytes are the beginning of a canonical JSON text that goes on: what a write that was interrupted leaves.</summary>
    /// <param name="json">Any bytes.</param>
    public static bool IsCutShort(ReadOnlySpan<byte> json) => new CanonicalScanner(json).Scan() == CanonicalScan.CutShort;

    private static JsonDocument Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Strict);
            var document = JsonDocument.ParseValue(ref reader);
            reader.Read();
            return document;
        }
        catch (JsonException error)
        {
            throw new FormatException(
                $"Not a JSON value at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: {error.Message.Split(" LineNumber")[0]}", error);
        }
    }
}
