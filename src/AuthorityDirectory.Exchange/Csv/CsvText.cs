using System.Text;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>The text of a CSV file that somebody sent.</summary>
internal static class CsvText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>UTF-16 when its byte order mark says so, else UTF-8 with or without one.</summary>
    public static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith(Xlsx.XlsxPackage.OldFile))
        {
            throw new RefusedFileException("The file is a workbook, not CSV.", "Send it with the ending .xlsx, or save it as \"CSV UTF-8\".");
        }

        var (encoding, mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
            [0xFF, 0xFE, ..] => (Utf16, 2),
            [0xFE, 0xFF, ..] => (Utf16BigEndian, 2),
            _ => (Utf8, 0),
        };
        return Decode(encoding, bytes.AsSpan(mark));
    }

    /// <summary>Comma or semicolon, whichever the first row has more of outside quotation marks.</summary>
    public static char Separator(string text)
    {
        var (commas, semicolons, isQuoted) = (0, 0, false);
        foreach (var letter in text)
        {
            isQuoted ^= letter == '"';
            commas += letter == ',' && !isQuoted ? 1 : 0;
            semicolons += letter == ';' && !isQuoted ? 1 : 0;
            if (letter is '\r' or '\n' && !isQuoted && commas + semicolons > 0)
            {
                break;
            }
        }

        return semicolons > commas ? ';' : ',';
    }

    private static string Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return !text.Contains('\0', StringComparison.Ordinal) ? text : throw NotUtf8(text.AsSpan().Count('\n') + 1);
        }
        catch (DecoderFallbackException invalid)
        {
            throw NotUtf8(bytes[..Math.Clamp(invalid.Index, 0, bytes.Length)].Count((byte)'\n') + 1);
        }
    }

    private static RefusedFileException NotUtf8(int line) =>
        new($"The file is not text in UTF-8; the first thing that is not stands at line {line} or before.", "Save it as \"CSV UTF-8\", or send the workbook (.xlsx).");
}
