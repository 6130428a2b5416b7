using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace AuthorityDirectory.Ledger;

/// <summary>What a scan found.</summary>
internal enum CanonicalScan
{
    /// <summary>One canonical value and nothing else.</summary>
    Whole,

    /// <summary>The beginning of one.</summary>
    CutShort,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Reads bytes once and says whether they are canonical JSON, without building anything.</summary>
internal ref struct CanonicalScanner(ReadOnlySpan<byte> json)
{
    /// <summary>ASCII that stands in a string as it is.</summary>
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create(" !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~\u007f"u8);

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;
    private bool _isCutShort;

    public CanonicalScan Scan() =>
        Value(0) && _at == _json.Length ? CanonicalScan.Whole
        : _isCutShort ? CanonicalScan.CutShort
        : CanonicalScan.Other;

    private bool Value(int depth) => Peek() switch
    {
        (byte)'{' => depth < CanonicalJson.MaxDepth && Object(depth + 1),
        (byte)'[' => depth < CanonicalJson.MaxDepth && Array(depth + 1),
        (byte)'"' => String(),
        (byte)'t' => Literal("true"u8),
        (byte)'f' => Literal("false"u8),
        (byte)'n' => Literal("null"u8),
        _ => Number(),
    };

    private bool Object(int depth)
    {
        _at++;
        if (Take('}'))
        {
            return true;
        }

        var previous = ReadOnlySpan<byte>.Empty;
        do
        {
            var start = _at;
            if (!String())
            {
                return false;
            }

            var name = _json[start.._at];
            if ((!previous.IsEmpty && !Precedes(previous, name)) || !Take(':') || !Value(depth))
            {
                return false;
            }

            previous = name;
        }
        while (Take(','));
        return Take('}');
    }

    private bool Array(int depth)
    {
        _at++;
        if (Take(']'))
        {
            return true;
        }

        do
        {
            if (!Value(depth))
            {
                return false;
            }
        }
        while (Take(','));
        return Take(']');
    }

    private bool String()
    {
        if (!Take('"'))
        {
            return false;
        }

        while (true)
        {
            var plain = _json[_at..].IndexOfAnyExcept(Plain);
            _at = plain < 0 ? _json.Length : _at + plain;
            if (Take('"'))
            {
                return true;
            }

            if (!(Peek() == '\\' ? Escape() : NotAscii()))
            {
                return false;
            }
        }
    }

    private bool Escape()
    {
        _at++;
        if (Peek() != 'u')
        {
            return Peek() is { } letter && "\"\\btnfr"u8.Contains(letter) && Skip(1);
        }

        // What has no letter of its own is a control character: u, two zeros, two lower-case digits.
        for (var digit = 0; digit < 5; digit++)
        {
            if (_at + digit >= _json.Length)
            {
                return CutShort();
            }

            var at = _json[_at + digit];
            var isRight = digit switch
            {
                0 => true,
                1 or 2 => at == '0',
                3 => at is (byte)'0' or (byte)'1',
                _ => at is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f'),
            };
            if (!isRight)
            {
                return false;
            }
        }

        return Utf8Parser.TryParse(_json.Slice(_at + 3, 2), out byte code, out _, 'x') && code is not (8 or 9 or 10 or 12 or 13) && Skip(5);
    }

    private bool NotAscii()
    {
        if (Peek() is not { } first || first < 0x80)
        {
            return false;
        }

        return Rune.DecodeFromUtf8(_json[_at..], out _, out var length) switch
        {
            OperationStatus.Done => Skip(length),
            OperationStatus.NeedMoreData => CutShort(),
            _ => false,
        };
    }

    private bool Number()
    {
        if (Take('0'))
        {
            return true;
        }

        Take('-');
        var start = _at;
        if (Peek() is not { } first || first is < (byte)'1' or > (byte)'9')
        {
            return false;
        }

        var digits = _json[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        _at = digits < 0 ? _json.Length : start + digits;
        return _at - start <= 16 && Utf8Parser.TryParse(_json[start.._at], out long value, out _) && value <= CanonicalJson.MaxInteger;
    }

    private bool Literal(ReadOnlySpan<byte> word)
    {
        var rest = _json[_at..];
        return rest.StartsWith(word) ? Skip(word.Length) : word.StartsWith(rest) && CutShort();
    }

    /// <summary>Both are string tokens that were scanned, with their quotes.</summary>
    private static bool Precedes(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left[1..^1].ContainsAnyExcept(Plain) || right[1..^1].ContainsAnyExcept(Plain)
            ? string.CompareOrdinal(Decode(left), Decode(right)) < 0
            : left[1..^1].SequenceCompareTo(right[1..^1]) < 0;

    private static string Decode(ReadOnlySpan<byte> token)
    {
        var reader = new Utf8JsonReader(token);
        reader.Read();
        return reader.GetString()!;
    }

    private byte? Peek()
    {
        if (_at < _json.Length)
        {
            return _json[_at];
        }

        CutShort();
        return null;
    }

    private bool Take(char expected) => Peek() == expected && Skip(1);

    private bool Skip(int length)
    {
        _at += length;
        return true;
    }

    private bool CutShort()
    {
        _isCutShort = true;
        return false;
    }
}
