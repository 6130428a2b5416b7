using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Ledger;

/// <summary>The hashes that tie a body to its entry and every entry to the one before it.</summary>
/// <remarks>An entry's hash covers the hashes of its parts, never their bodies: it holds when a body is withheld or redacted, and a salted hash gives nothing away.</remarks>
public static class LedgerChain
{
    /// <summary>Bytes of a salt: 128 random bits.</summary>
    public const int SaltBytes = 16;

    /// <summary>What stands for the hash before the first entry: 64 zeros.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>A part of a record with its hash.</summary>
    /// <param name="audience">The smallest audience that may see it.</param>
    /// <param name="json">The body as any JSON text, UTF-8; it is kept in canonical form.</param>
    /// <param name="salt">16 random bytes, new for every part: whoever could guess a salt could guess a body.</param>
    /// <exception cref="FormatException">The body cannot be written as canonical JSON.</exception>
    /// <exception cref="ArgumentException">The salt has another length.</exception>
    public static RecordPart SealPart(Audience audience, ReadOnlySpan<byte> json, ReadOnlySpan<byte> salt)
    {
        if (salt.Length != SaltBytes)
        {
            throw new ArgumentException($"A salt has {SaltBytes} bytes, not {salt.Length}.", nameof(salt));
        }

        var body = CanonicalJson.Canonicalize(json);
        return new RecordPart(audience, Convert.ToHexStringLower(salt), PartHash(salt, body), body);
    }

    /// <summary>A draft with its time in UTC to the millisecond, the hash of the entry before it, and its own hash.</summary>
    /// <param name="draft">The entry; its hashes are not read and may be empty.</param>
    /// <param name="previous">The entry before it; null when it is the first.</param>
    public static LedgerEntry Seal(LedgerEntry draft, LedgerEntry? previous) => SealAfter(draft, previous?.Hash ?? Beginning);

    /// <summary>A draft with its time in UTC to the millisecond, the hash of the entry before it, and its own hash.</summary>
    /// <param name="draft">The entry; its hashes are not read and may be empty.</param>
    /// <param name="previousHash">The hash of the entry before it; <see cref="Beginning"/> when it is the first.</param>
    public static LedgerEntry SealAfter(LedgerEntry draft, string previousHash)
    {
        var entry = draft with { PreviousHash = previousHash, RecordedAt = ToMillisecond(draft.RecordedAt) };
        return entry with { Hash = EntryHash(entry) };
    }

    /// <summary>What is wrong with an entry as the successor of another; null when nothing is.</summary>
    /// <param name="entry">The entry; bodies may be absent.</param>
    /// <param name="previous">The entry before it; null when it is to be the first.</param>
    public static LedgerFault? Fault(LedgerEntry entry, LedgerEntry? previous)
    {
        var what = PlaceFault(entry, previous) ?? entry.Changes.Select(ChangeFault).FirstOrDefault(fault => fault is not null) ?? HashFault(entry);
        return what is null ? null : new LedgerFault(entry.Sequence, what);
    }

    /// <summary>SHA-256, lower-case hexadecimal, over what <see cref="LedgerEntryJson.WriteForHash"/> gives.</summary>
    public static string EntryHash(LedgerEntry entry) => Convert.ToHexStringLower(SHA256.HashData(LedgerEntryJson.WriteForHash(entry)));

    /// <summary>A time in UTC, cut to the millisecond, as entries record it.</summary>
    public static DateTimeOffset ToMillisecond(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private static string? PlaceFault(LedgerEntry entry, LedgerEntry? previous)
    {
        var expected = (previous?.Sequence ?? 0) + 1;
        return
            entry.Sequence != expected ? $"number {expected} belongs here"
            : entry.PreviousHash != (previous?.Hash ?? Beginning) ? "the hash of the entry before it does not fit that entry"
            : entry.RecordedAt.Offset != TimeSpan.Zero || ToMillisecond(entry.RecordedAt) != entry.RecordedAt ? "its time is not in UTC to the millisecond"
            : entry.RecordedAt < previous?.RecordedAt ? $"it was recorded before the entry before it ({Time(entry)} before {Time(previous)})"
            : entry.AppendId.Length == 0 ? "it has no append id"
            : entry.Batch is { } batch && (batch.Part < 1 || batch.Part > batch.Of) ? $"part {batch.Part} of {batch.Of} is no place in a batch"
            : entry.Redacts.Any(redaction => redaction.Sequence < 1 || redaction.Sequence >= entry.Sequence) ? "it redacts what is not before it"
            : null;
    }

    private static string? ChangeFault(RecordChange change)
    {
        if (change.Revision < 1 || change.Parts.Count == 0)
        {
            return $"{change.Kind} {change.Id} has no {(change.Parts.Count == 0 ? "parts" : "revision")}";
        }

        var before = (Audience)(-1);
        foreach (var part in change.Parts)
        {
            if (part.Audience <= before || PartFault(part) is not null)
            {
                return part.Audience <= before
                    ? $"the parts of {change.Kind} {change.Id} are not one for each audience in the order of audiences"
                    : $"the {Codes.Audiences.CodeOf(part.Audience)} part of {change.Kind} {change.Id} {PartFault(part)}";
            }

            before = part.Audience;
        }

        return null;
    }

    private static string? PartFault(RecordPart part) =>
        part.Salt is null != part.Body is null ? "has only one of salt and body"
        : !IsHex(part.Hash, SHA256.HashSizeInBytes) ? "has no proper hash"
        : part.Body is not { } body ? null
        : !IsHex(part.Salt!, SaltBytes) ? "has no proper salt"
        : !CanonicalJson.IsCanonical(body.Span) ? "has a body that is not canonical JSON"
        : PartHash(Convert.FromHexString(part.Salt!), body.Span) != part.Hash ? "has a hash that does not fit its salt and body"
        : null;

    private static string? HashFault(LedgerEntry entry) => EntryHash(entry) == entry.Hash ? null : "its hash does not fit its content";

    private static string PartHash(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> body)
    {
        var salted = ArrayPool<byte>.Shared.Rent(salt.Length + body.Length);
        salt.CopyTo(salted);
        body.CopyTo(salted.AsSpan(salt.Length));
        var hash = SHA256.HashData(salted.AsSpan(0, salt.Length + body.Length));
        ArrayPool<byte>.Shared.Return(salted, clearArray: true);
        return Convert.ToHexStringLower(hash);
    }

    private static bool IsHex(string text, int bytes) =>
        text.Length == bytes * 2 && !text.AsSpan().ContainsAnyExcept(HexDigits);

    private static string Time(LedgerEntry entry) => entry.RecordedAt.ToString(LedgerEntryJson.TimeFormat, CultureInfo.InvariantCulture);
}
