using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace AuthorityDirectory.Ledger;

/// <summary>Strings and numbers in canonical form.</summary>
internal static class CanonicalText
{
    /// <summary>What must be escaped, and nothing else (RFC 8785, section 3.2.2.2).</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FormatException">The text holds half of a surrogate pair.</exception>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        output.Write("\""u8);
        for (var plain = text.IndexOfAny(Escaped); plain >= 0; plain = text.IndexOfAny(Escaped))
        {
            WritePlain(output, text[..plain]);
            WriteEscape(output, text[plain]);
            text = text[(plain + 1)..];
        }

        WritePlain(output, text);
        output.Write("\""u8);
    }

    public static void Write(IBufferWriter<byte> output, long number)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(20), out var length);
        output.Advance(length);
    }

    private static void WritePlain(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        try
        {
            output.Advance(Utf8.GetBytes(text, output.GetSpan(text.Length * 3)));
        }
        catch (EncoderFallbackException error)
        {
            throw new FormatException("The text holds half of a surrogate pair.", error);
        }
    }

    private static void WriteEscape(IBufferWriter<byte> output, char character) => output.Write(character switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => Encoding.ASCII.GetBytes($"\\u{(int)character:x4}"),
    });
}
