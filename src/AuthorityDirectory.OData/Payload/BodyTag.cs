using System.Buffers.Binary;

namespace AuthorityDirectory.OData.Payload;

/// <summary>The weak entity tag of an answer: a hash of its bytes, the same on every machine.</summary>
static class BodyTag
{
    const ulong Multiplier = 0x9E3779B97F4A7C15;

    public static string Of(ReadOnlySpan<byte> body)
    {
        var hash = (ulong)body.Length;
        var rest = body;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        foreach (var last in rest)
            hash = Mix(hash, last);
        return $"W/\"{hash:x16}\"";
    }

    /// <summary>The tag of an answer that shows an entity in a shape of its own: with its properties selected, with other entities.</summary>
    /// <param name="entity">The tag of the entity.</param>
    /// <param name="body">The answer.</param>
    public static string OfShaped(string entity, ReadOnlySpan<byte> body) => $"{entity[..^1]}-{Of(body)[3..]}";

    /// <summary>Whether <c>If-Match</c> names an entity, by its own tag or by that of an answer that showed it.</summary>
    public static bool IsEntityNamedIn(string condition, string entity) =>
        condition.Split(',', StringSplitOptions.TrimEntries).Any(named => named.Split('-') is [var whole] ? IsNamedIn(whole, entity) : IsNamedIn($"{named.Split('-')[0]}\"", entity));

    /// <summary>Whether <c>If-Match</c> or <c>If-None-Match</c> names the tag.</summary>
    public static bool IsNamedIn(string condition, string tag) =>
        condition.Length > 0 && condition.Split(',', StringSplitOptions.TrimEntries).Any(named => named == "*" || named == tag || "W/" + named == tag);

    static ulong Mix(ulong hash, ulong word)
    {
        var mixed = (hash ^ word) * Multiplier;
        return mixed ^ mixed >> 32;
    }
}
