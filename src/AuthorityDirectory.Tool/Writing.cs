using System.Security.Cryptography;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Tool;

/// <summary>The write path over a store, with the snapshot of what it holds.</summary>
internal sealed class Writing : IDisposable
{
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly CurrentSnapshot _current;

    private Writing(ILedger ledger)
    {
        _current = new(ledger, TimeProvider.System);
        Writer = new(ledger, _current, TimeProvider.System, _random);
    }

    public LedgerWriter Writer { get; }

    public Projection Projection => _current.Value.Projection;

    public static async Task<Writing> BeginAsync(Store store, CancellationToken stop)
    {
        var writing = new Writing(store.OpenToAppend());
        await ProgressDisplay.ShowAsync($"Reading {store.Name}", null, _ => writing._current.RefreshAsync(stop));
        return writing;
    }

    /// <summary>Refuses what the directory does not take.</summary>
    /// <exception cref="RefusedException">It is not on the ledger.</exception>
    public static WriteOutcome Require(WriteOutcome outcome) =>
        outcome.IsWritten ? outcome : throw new RefusedException(outcome.Reason!);

    public void Dispose()
    {
        Writer.Dispose();
        _current.Dispose();
        _random.Dispose();
    }
}
