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
        var fault = LedgerChain.Fault(entry, _last);
        _last = entry;
        _redactions.Add(entry);
        foreach (var change in entry.Changes)
        {
            foreach (var part in change.Parts)
            {
                fault ??= NoteBody(entry, change, part);
            }
        }

        return fault;
    }

    /// <summary>Says at the end whether every absent body is accounted for.</summary>
    /// <returns>The first that is not; null when all are.</returns>
    public LedgerFault? Complete()
    {
        _absent.RemoveAll(absent => _redactions.Cover(absent.Sequence, absent.Change, absent.Part));
        return _absent.Count == 0
            ? null
            : new LedgerFault(_absent[0].Sequence, $"the {Name(_absent[0].Change, _absent[0].Part)} has no body, and no later entry redacts it");
    }

    private LedgerFault? NoteBody(LedgerEntry entry, RecordChange change, RecordPart part)
    {
        var isExpected = part.Audience <= audience;
        if (isExpected && part.Body is null)
        {
            _absent.Add((entry.Sequence, change, part));
        }

        return isExpected || part.Body is null
            ? null
            : new LedgerFault(entry.Sequence, $"the {Name(change, part)} has a body, which an export for the audience {Codes.Audiences.CodeOf(audience)} does not show");
    }

    private static string Name(RecordChange change, RecordPart part) => $"{Codes.Audiences.CodeOf(part.Audience)} part of {change.Kind} {change.Id}";
}
