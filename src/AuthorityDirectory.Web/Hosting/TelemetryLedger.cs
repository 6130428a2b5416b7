using System.Diagnostics;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>A ledger of which every append is timed and traced, whatever store it is kept in.</summary>
public sealed class TelemetryLedger(ILedger ledger, TelemetryMeter meter) : ILedger
{
    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("append to the ledger");
        var (started, outcome) = (Stopwatch.GetTimestamp(), "Unavailable");
        try
        {
            var result = await ledger.AppendAsync(entry, cancellationToken);
            outcome = result.ToString();
            return result;
        }
        finally
        {
            meter.Appended(Stopwatch.GetElapsedTime(started), outcome);
            activity?.SetTag("directory.sequence", entry.Sequence).SetTag("directory.outcome", outcome);
        }
    }

    /// <inheritdoc/>
    public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken) => ledger.ReadAsync(after, cancellationToken);
}
