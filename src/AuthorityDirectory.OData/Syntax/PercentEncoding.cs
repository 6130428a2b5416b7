using System.Text;
using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>Turns a piece of the raw request target into text: exactly once, strictly.</summary>
/// <remarks>
/// A plus is a space in a query, as forms and most client libraries write it, except as the sign of a time zone (<c>T10:00:00+01:00</c>), where a space could not be meant.
/// </remarks>
static class PercentEncoding
{
    static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string DecodeQuery(ReadOnlySpan<char> raw, string target) => Decode(raw, target, plusIsSpace: true);

    public static string DecodePath(ReadOnlySpan<char> raw) => Decode(raw, "path", plusIsSpace: false);

    static string Decode(ReadOnlySpan<char> raw, string target, bool plusIsSpace)
    {
        if (raw.IndexOfAny('%', '+') < 0)
            return raw.ToString();
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(raw.Length)];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '%')
            {
                bytes[length++] = Escape(raw, i, target);
                i += 2;
            }
            else if (raw[i] == '+' && plusIsSpace && !IsZoneSign(raw, i))
                bytes[length++] = (byte)' ';
            else
                length += Encoding.UTF8.GetBytes(raw.Slice(i, 1), bytes.AsSpan(length));
        }
        return Text(bytes.AsSpan(0, length), target);
    }

    static byte Escape(ReadOnlySpan<char> raw, int percent, string target) =>
        percent + 2 < raw.Length && char.IsAsciiHexDigit(raw[percent + 1]) && char.IsAsciiHexDigit(raw[percent + 2])
            ? Convert.FromHexString(raw.Slice(percent + 1, 2))[0]
            : throw Invalid(target, "a percent sign that two hexadecimal digits do not follow; a percent sign itself is written %25");

    static string Text(ReadOnlySpan<byte> bytes, string target)
    {
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Invalid(target, "percent-encoded bytes that are not UTF-8");
        }
    }

    static bool IsZoneSign(ReadOnlySpan<char> raw, int plus) =>
        plus > 2 && raw[(plus - 2)..] is [>= '0' and <= '9', >= '0' and <= '9', '+', >= '0' and <= '9', >= '0' and <= '9', ':' or '%', ..]
        && raw[plus - 3] is ':' or 'A' or 'a' or '.' or (>= '0' and <= '9');

    static QueryException Invalid(string target, string what) =>
        new(new QueryError(400, ErrorCode.Syntax, $"{target} holds {what}.", target));
}
