using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Upkeep;

/// <summary>Brings accepted requests into effect on their days. Each day of a request is one act of the ledger, whichever instance writes it.</summary>
public sealed class EffectiveDates(CurrentSnapshot current, LedgerWriter writer, TimeProvider time, ILogger<EffectiveDates> log) : SnapshotWork(current, time, log)
{
    /// <inheritdoc/>
    protected override async Task DoAsync(DirectorySnapshot snapshot, CancellationToken cancellationToken)
    {
        foreach (var request in RequestRules.ToTakeEffect(snapshot))
        {
            await TakeEffectAsync(request, cancellationToken);
        }
    }

    private async Task TakeEffectAsync(ChangeRequest request, CancellationToken cancellationToken)
    {
        var outcome = await writer.WriteAsync(snapshot => RequestRules.TakeEffect(snapshot, request.Id), $"effect:{request.Id}:{request.EffectiveOn:yyyy-MM-dd}", cancellationToken);
        if (outcome.Result is WriteResult.Contended or WriteResult.ReadOnly)
        {
            throw new LedgerUnavailableException(outcome.Reason!);
        }

        if (outcome.Result == WriteResult.Written)
        {
            log.TookEffect(request.Id, outcome.Position);
        }
        else if (outcome.Refusal is { Reason: not RefusalReason.Overtaken } refusal)
        {
            log.CannotTakeEffect(request.Id, refusal.Message);
        }
    }
}
