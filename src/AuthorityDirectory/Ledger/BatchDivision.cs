using AuthorityDirectory.Records;

namespace AuthorityDirectory.Ledger;

/// <summary>Divides an act into parts that fit an entry each; the same act always in the same way.</summary>
internal static class BatchDivision
{
    /// <summary>Bytes left free in an entry for its head.</summary>
    private const int HeadBytes = 100_000;

    /// <summary>Bytes a record takes besides its bodies: kind, id and revision, and for each part its audience, salt and hash.</summary>
    private const int RecordBytes = 1_000;

    /// <summary>The parts, at least one; redactions are in the first.</summary>
    public static IReadOnlyList<Draft> Divide(Draft draft)
    {
        var parts = new List<List<DirectoryRecord>> { new() };
        var left = LedgerLimits.EntryBytes - HeadBytes;
        foreach (var record in draft.Records)
        {
            var size = Size(record);
            if (size > left && parts[^1].Count > 0)
            {
                parts.Add([]);
                left = LedgerLimits.EntryBytes - HeadBytes;
            }

            parts[^1].Add(record);
            left -= size;
        }

        return [.. parts.Select((records, i) => draft with { Records = records, Redacts = i == 0 ? draft.Redacts : [] })];
    }

    private static int Size(DirectoryRecord record) =>
        RecordBytes + record.Key.Length + RecordCatalogue.Of(record).Split(record).Sum(part => part.Body.Length);
}
