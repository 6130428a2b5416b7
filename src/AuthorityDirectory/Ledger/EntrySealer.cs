using System.Security.Cryptography;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Ledger;

/// <summary>Makes an act the entry that follows the end of a projection.</summary>
internal sealed class EntrySealer(TimeProvider time, RandomNumberGenerator random)
{
    /// <summary>A new append id: 128 random bits.</summary>
    public string NewId() => Convert.ToHexStringLower(RandomBytes(16));

    /// <summary>The sealed entry; a clock that runs behind the last entry's is taken to stand at it.</summary>
    public LedgerEntry Seal(Draft draft, string appendId, BatchPart? place, Projection after)
    {
        var now = time.GetUtcNow();
        return LedgerChain.SealAfter(
            new()
            {
                Sequence = after.Position + 1,
                AppendId = appendId,
                Batch = place,
                RecordedAt = now > after.LastRecordedAt ? now : after.LastRecordedAt,
                Actor = draft.Actor,
                Source = draft.Source,
                Reason = draft.Reason,
                Changes = [.. draft.Records.Select(record => Change(record, after))],
                Redacts = draft.Redacts,
                PreviousHash = "",
                Hash = "",
            },
            after.HeadHash);
    }

    private RecordChange Change(DirectoryRecord record, Projection after)
    {
        var kind = RecordCatalogue.Of(record);
        return new(kind.Name, record.Key, after.RevisionOf(kind, record.Key) + 1, [.. kind.Split(record).Select(Seal)]);
    }

    private RecordPart Seal(PartBody part) => LedgerChain.SealPart(part.Audience, part.Body.Span, RandomBytes(LedgerChain.SaltBytes));

    private byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        random.GetBytes(bytes);
        return bytes;
    }
}
