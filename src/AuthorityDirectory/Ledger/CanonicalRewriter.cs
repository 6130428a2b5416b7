using System.Buffers;
using System.Text.Json;

namespace AuthorityDirectory.Ledger;

/// <summary>Writes a parsed JSON value in canonical form and names the place where it cannot.</summary>
internal sealed class CanonicalRewriter(IBufferWriter<byte> output)
{
    private readonly List<string> _path = ["$"];

    public void Rewrite(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                RewriteObject(value);
                break;
            case JsonValueKind.Array:
                RewriteArray(value);
                break;
            case JsonValueKind.String:
                CanonicalText.Write(output, Text(value.GetString));
                break;
            case JsonValueKind.Number:
                RewriteNumber(value);
                break;
            default:
                output.Write(value.ValueKind switch
                {
                    JsonValueKind.True => "true"u8,
                    JsonValueKind.False => "false"u8,
                    _ => "null"u8,
                });
                break;
        }
    }

    private void RewriteObject(JsonElement value)
    {
        var members = value.EnumerateObject().Select(member => (Name: Text(() => member.Name), member.Value)).ToArray();
        Array.Sort(members, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Length; i++)
        {
            _path.Add("." + members[i].Name);
            if (i > 0)
            {
                Refuse(members[i].Name == members[i - 1].Name, "the name stands twice");
                output.Write(","u8);
            }

            CanonicalText.Write(output, members[i].Name);
            output.Write(":"u8);
            Rewrite(members[i].Value);
            _path.RemoveAt(_path.Count - 1);
        }

        output.Write("}"u8);
    }

    private void RewriteArray(JsonElement value)
    {
        var index = 0;
        output.Write("["u8);
        foreach (var item in value.EnumerateArray())
        {
            if (index > 0)
            {
                output.Write(","u8);
            }

            _path.Add($"[{index++}]");
            Rewrite(item);
            _path.RemoveAt(_path.Count - 1);
        }

        output.Write("]"u8);
    }

    private void RewriteNumber(JsonElement value)
    {
        var isWhole = value.TryGetInt64(out var number) && value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        Refuse(!isWhole || Math.Abs((decimal)number) > CanonicalJson.MaxInteger, "only whole numbers within ±2^53, without fraction or exponent, are taken");
        CanonicalText.Write(output, number);
    }

    private string Text(Func<string?> read)
    {
        try
        {
            return read()!;
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException($"At {string.Concat(_path)}: the text is not valid Unicode. {error.Message}", error);
        }
    }

    private void Refuse(bool isRefused, string reason)
    {
        if (isRefused)
        {
            throw new FormatException($"At {string.Concat(_path)}: {reason}.");
        }
    }
}
