using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Ledger;

/// <summary>What every act must keep to, whatever it is about.</summary>
internal static class DraftCheck
{
    /// <summary>How long an unfinished batch keeps others from its records; after that it counts as given up, and a change to one of them voids it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Why an act cannot be written, as a sentence; null when it can.</summary>
    public static string? Fault(Draft draft, BatchPart? place, Projection projection, DateTimeOffset now) =>
        Emptiness(draft) ?? Repetition(draft) ?? MissingPart(draft, projection) ?? UnfinishedBatch(draft, place, projection, now);

    /// <summary>A sentence that names the first record which stands in an act twice; null when none does.</summary>
    public static string? Repetition(Draft draft) => draft.Records
        .GroupBy(record => (RecordCatalogue.Of(record), record.Key)).Where(same => same.Count() > 1)
        .Select(same => $"{same.Key.Key} stands in the change twice: leave one.").FirstOrDefault();

    private static string? Emptiness(Draft draft) =>
        draft.Records.Count + draft.Redacts.Count == 0 ? "Nothing would be changed." : null;

    private static string? MissingPart(Draft draft, Projection projection) => draft.Redacts
        .Where(redaction => !projection.Holds(redaction))
        .Select(redaction => $"Entry {redaction.Sequence} holds no {Codes.Audiences.CodeOf(redaction.Audience)} part of {redaction.Kind} {redaction.Id} to take away.")
        .FirstOrDefault();

    private static string? UnfinishedBatch(Draft draft, BatchPart? place, Projection projection, DateTimeOffset now)
    {
        var open = projection.Pending.Where(batch => batch.Key != place?.Id && !batch.Value.IsVoid && now < batch.Value.LastRecordedAt + Patience);
        var held = open.SelectMany(batch => batch.Value.Changes, (batch, change) => (Batch: batch, change.Kind, change.Id));
        return held.Join(draft.Records, change => (change.Kind, change.Id), record => (RecordCatalogue.Of(record).Name, record.Key), (change, _) => Sentence(change.Batch, change.Id))
            .FirstOrDefault();
    }

    private static string Sentence(KeyValuePair<string, PendingBatch> batch, string id) => string.Create(CultureInfo.InvariantCulture,
        $"{id} is in the import '{batch.Key}', of which {batch.Value.Parts.Count} of {batch.Value.Of} parts are there: finish it first, or try again after {batch.Value.LastRecordedAt + Patience:u}.");
}
