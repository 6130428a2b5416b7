using System.Text;
using System.Text.Json;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Plain values, as <c>/$value</c> answers them: what JSON holds, without its quotes and escapes.</summary>
static class RawText
{
    public static void Write(PayloadBuffer buffer, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            buffer.Raw(Encoding.UTF8.GetBytes(reader.GetString()!));
        else
            buffer.Raw(json);
    }
}
