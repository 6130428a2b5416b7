using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;

namespace AuthorityDirectory.Web.Audit;

/// <summary>Who saw what not everybody may see, from the work store, and who changed what, from the ledger.</summary>
/// <remarks>What somebody asked for may say what they knew: the query of a request is for those who may see everything.</remarks>
public sealed class AuditTrail(ReadingJournal journal, ReadingLog reading, CurrentSnapshot current, Caller caller)
{
    /// <summary>The answer, newest first.</summary>
    /// <exception cref="Ledger.LedgerUnavailableException">The work store does not answer now.</exception>
    public async Task<IReadOnlyList<AuditRow>> AnswerAsync(AuditQuestion question, CancellationToken cancellationToken)
    {
        var snapshot = current.Value;
        var seen = question.Deed == Deed.Changed ? [] : await SeenAsync(question, snapshot, cancellationToken);
        return [.. seen.Concat(Changed(question, snapshot)).OrderByDescending(row => row.At).ThenByDescending(row => row.Sequence)];
    }

    private async Task<IEnumerable<AuditRow>> SeenAsync(AuditQuestion question, DirectorySnapshot snapshot, CancellationToken cancellationToken)
    {
        await journal.FlushAsync();
        return from line in await reading.ReadAsync(question.From, question.To, cancellationToken)
               let sighting = line.Sighting
               where question.Holds(Deed.Saw, line.First, sighting.Account, sighting.Role)
               let concern = question.Record is { } record ? Concerns.Of(sighting.What, record, snapshot.Register) : Concern.Named
               where concern != Concern.None
               select new AuditRow(Deed.Saw, line.First, sighting.Account, sighting.Role, Told(sighting.What))
               {
                   Last = line.Times > 1 ? line.Last : null,
                   Times = line.Times,
                   Means = sighting.Means,
                   IsPossible = concern == Concern.Possible,
               };
    }

    private static IEnumerable<AuditRow> Changed(AuditQuestion question, DirectorySnapshot snapshot) =>
        from change in snapshot.Projection.For(Audience.Secretariat).Changes
        where question.Holds(Deed.Changed, change.RecordedAt, change.ActorId, change.ActorRole)
        let records = change.Changed.Where(changed => question.Record is not { } record || IsConcerned(changed, record, snapshot)).ToList()
        where records.Count > 0
        select new AuditRow(Deed.Changed, change.RecordedAt, change.ActorId, change.ActorRole, Told(records)) { Sequence = change.Sequence, Reference = change.Source?.Reference };

    private static bool IsConcerned(ChangedRecord changed, string record, DirectorySnapshot snapshot) =>
        Concerns.IsOf(changed.Id, record) || Concerns.IsOf(record, changed.Id) && changed.Id.Contains('-', StringComparison.Ordinal)
        || snapshot.Register.Request(changed.Id)?.Changes.Any(change => Concerns.IsOf(change.RecordId, record)) == true;

    private string Told(string what) => caller.May(Permission.SeeSecretariat) || !what.Contains('?', StringComparison.Ordinal) ? what : $"{what.Split('?')[0]}?…";

    /// <summary>The records, as long as there are few: an import changes thousands.</summary>
    private static string Told(List<ChangedRecord> records)
    {
        const int Most = 20;
        var told = string.Join(", ", records.Take(Most).Select(record => $"{record.Kind} {record.Id}"));
        return records.Count > Most ? $"{told} … ({records.Count})" : told;
    }
}
