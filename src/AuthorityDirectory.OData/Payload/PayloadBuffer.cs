using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Payload;

/// <summary>The body of an answer while it is made: UTF-8 in a pooled array that grows up to a limit. Nothing is sent before it is complete.</summary>
sealed class PayloadBuffer(int maxBytes) : IDisposable
{
    byte[] _bytes = ArrayPool<byte>.Shared.Rent(Math.Min(maxBytes, 16 * 1024));
    int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public int Length => _length;

    public void Clear() => _length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>Bytes that are JSON already.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        _length += json.Length;
    }

    /// <summary>A comma, unless an object or array has just begun.</summary>
    public void Separator()
    {
        if (_length > 0 && _bytes[_length - 1] is not ((byte)'{' or (byte)'['))
            Raw(","u8);
    }

    /// <summary>Bytes that are JSON already, after a comma where one is needed.</summary>
    public PayloadBuffer Separated(ReadOnlySpan<byte> json)
    {
        Separator();
        Raw(json);
        return this;
    }

    /// <summary>Text that needs no escape: names, numbers, punctuation.</summary>
    public void Plain(ReadOnlySpan<char> text)
    {
        var space = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, space);
    }

    public void Number(long number)
    {
        number.TryFormat(Reserve(20), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>A JSON string: quoted and escaped.</summary>
    /// <remarks>Letters of every script stay readable. What UTF-16 cannot pair, which only a client's own broken text can hold, becomes the replacement character.</remarks>
    public void Text(string text)
    {
        Raw("\""u8);
        Raw(JsonEncodedText.Encode(WellFormed(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        Raw("\""u8);
    }

    public static QueryException TooLong(int maxBytes) => new(new QueryError(400, ErrorCode.LimitExceeded,
        $"The answer goes beyond the limit MaxResultBytes of this service, which is {maxBytes}; ask for fewer entities, or select and expand less."));

    static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
            Grow(count);
        return _bytes.AsSpan(_length);
    }

    void Grow(int count)
    {
        if ((long)_length + count > maxBytes)
            throw TooLong(maxBytes);
        var grown = ArrayPool<byte>.Shared.Rent((int)Math.Min(maxBytes, Math.Max(2L * _bytes.Length, (long)_length + count)));
        Written.Span.CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = grown;
    }
}
