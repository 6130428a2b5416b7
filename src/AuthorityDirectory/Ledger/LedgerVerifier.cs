using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Ledger;

/// <summary>Follows a ledger or an export of it from its first entry and finds the first that is not as it was written.</summary>
/// <param name="audience">The audience whose export it is; <see cref="Audience.Secretariat"/> for a whole ledger.</param>
/// <remarks>A body may be absent for two reasons only: it is beyond the export's audience, or an entry that comes later redacts it.</remarks>
public sealed class LedgerVerifier(Audience audience)
{
    private readonly LedgerRedactions _redactions = new();
    private readonly List<(long Sequence, RecordChange Change, RecordPart Part)> _absent = [];
    private LedgerEntry? _last;

    /// <summary>Takes the next entry.</summary>
    /// <returns>What is wrong with it; null when nothing is. After a fault there is no going on.</returns>
    public LedgerFault? Add(LedgerEntry entry)
    {
        var fault = LedgerChain.Fault(entry, _last) ?? ExcessFault(entry);
        _last = entry;
        _redactions.Add(entry);
        _absent.AddRange(Expected(entry).Where(found => found.Part.Body is null).Select(found => (entry.Sequence, found.Change, found.Part)));
        return fault;
    }

    /// <summary>Says at the end whether every absent body is accounted for.</summary>
    /// <returns>The first that is not; null when all are.</returns>
    public LedgerFault? Complete()
    {
        var unexplained = _absent.Where(absent => !_redactions.Cover(absent.Sequence, absent.Change, absent.Part)).ToArray();
        return unexplained.Length == 0
            ? null
            : new LedgerFault(
                unexplained[0].Sequence,
                $"the {Codes.Audiences.CodeOf(unexplained[0].Part.Audience)} part of {unexplained[0].Change.Kind} {unexplained[0].Change.Id} has no body, and no later entry redacts it");
    }

    private LedgerFault? ExcessFault(LedgerEntry entry)
    {
        var excess = Parts(entry).FirstOrDefault(found => found.Part.Audience > audience && found.Part.Body is not null);
        return excess == default
            ? null
            : new LedgerFault(
                entry.Sequence,
                $"{excess.Change.Kind} {excess.Change.Id} shows its {Codes.Audiences.CodeOf(excess.Part.Audience)} part in an export for the audience {Codes.Audiences.CodeOf(audience)}");
    }

    private IEnumerable<(RecordChange Change, RecordPart Part)> Expected(LedgerEntry entry) =>
        Parts(entry).Where(found => found.Part.Audience <= audience);

    private static IEnumerable<(RecordChange Change, RecordPart Part)> Parts(LedgerEntry entry) =>
        entry.Changes.SelectMany(change => change.Parts.Select(part => (change, part)));
}
