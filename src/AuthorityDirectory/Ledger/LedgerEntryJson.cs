using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Ledger;

/// <summary>An entry as one line of canonical JSON: the form in which every store keeps it.</summary>
/// <remarks>Members that are null or empty lists are left out; enumerations are short codes of <see cref="Codes"/>; times are <see cref="TimeFormat"/>.</remarks>
public static class LedgerEntryJson
{
    /// <summary>UTC to the millisecond: <c>2026-01-31T09:30:00.000Z</c>.</summary>
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A date: <c>2026-01-31</c>.</summary>
    public const string DateFormat = "yyyy-MM-dd";

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = CanonicalJson.MaxDepth + 8 };

    /// <summary>The entry as one line, without the line's end.</summary>
    /// <exception cref="FormatException">A text of the entry is not valid Unicode.</exception>
    public static byte[] Write(LedgerEntry entry) => LedgerEntryWriter.Write(entry, isForHash: false);

    /// <summary>The bytes that the entry's hash covers: no hash of its own, and parts reduced to audience and hash.</summary>
    /// <exception cref="FormatException">A text of the entry is not valid Unicode.</exception>
    public static byte[] WriteForHash(LedgerEntry entry) => LedgerEntryWriter.Write(entry, isForHash: true);

    /// <summary>The entry that a line holds; its hashes are not verified.</summary>
    /// <param name="line">The line without its end.</param>
    /// <exception cref="FormatException">The line is not exactly what <see cref="Write"/> gives for an entry.</exception>
    public static LedgerEntry Read(ReadOnlyMemory<byte> line)
    {
        LedgerEntry entry;
        try
        {
            using var document = JsonDocument.Parse(line, Deep);
            entry = Entry(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"It is not an entry: {error.Message}", error);
        }

        return Write(entry).AsSpan().SequenceEqual(line.Span)
            ? entry
            : throw new FormatException("It is an entry, but not in its canonical form.");
    }

    private static LedgerEntry Entry(JsonElement json) => new()
    {
        Sequence = json.GetProperty("sequence").GetInt64(),
        AppendId = Text(json, "appendId"),
        Batch = Optional(json, "batch") is { } batch ? new BatchPart(Text(batch, "id"), Int(batch, "part"), Int(batch, "of")) : null,
        RecordedAt = DateTimeOffset.ParseExact(
            Text(json, "recordedAt"), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        Actor = Actor(json.GetProperty("actor")),
        Source = Optional(json, "source") is { } source ? Source(source) : null,
        Reason = OptionalText(json, "reason"),
        Changes = List(json, "changes", Change),
        Redacts = List(json, "redacts", Redaction),
        PreviousHash = Text(json, "previousHash"),
        Hash = Text(json, "hash"),
    };

    private static Actor Actor(JsonElement json) => new(Code(json, "role", Codes.ActorRoles), OptionalText(json, "id"));

    private static Source Source(JsonElement json) => new(
        Code(json, "kind", Codes.SourceKinds),
        OptionalText(json, "reference"),
        OptionalText(json, "url"),
        OptionalText(json, "asOf") is { } date ? DateOnly.ParseExact(date, DateFormat, CultureInfo.InvariantCulture) : null,
        Optional(json, "asOfPrecision") is null ? null : Code(json, "asOfPrecision", Codes.DatePrecisions),
        OptionalText(json, "note"));

    private static RecordChange Change(JsonElement json) =>
        new(Text(json, "kind"), Text(json, "id"), Int(json, "revision"), List(json, "parts", Part));

    private static RecordPart Part(JsonElement json) =>
        new(Code(json, "audience", Codes.Audiences), OptionalText(json, "salt"), Text(json, "hash"), Optional(json, "body") is { } body ? Body(body) : default(ReadOnlyMemory<byte>?));

    private static ReadOnlyMemory<byte> Body(JsonElement json)
    {
        var body = JsonMarshal.GetRawUtf8Value(json).ToArray();
        return CanonicalJson.IsCanonical(body) ? body : throw new FormatException("A body is not canonical JSON.");
    }

    private static Redaction Redaction(JsonElement json) => new(
        json.GetProperty("sequence").GetInt64(), Text(json, "kind"), Text(json, "id"), Code(json, "audience", Codes.Audiences), Text(json, "ground"));

    private static T Code<T>(JsonElement json, string name, CodeList<T> codes) where T : struct, Enum =>
        codes.Parse(Text(json, name)) ?? throw new FormatException($"\"{Text(json, name)}\" is not one of the codes of {name}: {string.Join(", ", codes.Codes)}.");

    private static T[] List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        Optional(json, name) is { } list ? [.. list.EnumerateArray().Select(read)] : [];

    private static JsonElement? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;

    private static string? OptionalText(JsonElement json, string name) => Optional(json, name)?.GetString();

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
