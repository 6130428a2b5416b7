using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Storage;

/// <summary>Gives a store a whole ledger that comes from elsewhere, redacted entries included: they cannot be appended, because a new entry has all its bodies.</summary>
public interface ILedgerRestore
{
    /// <summary>Writes the ledger.</summary>
    /// <param name="entries">The whole ledger, verified.</param>
    /// <param name="mayContinue">Whether the store may hold the beginning of the same ledger.</param>
    /// <param name="progress">Hears of the entries written so far.</param>
    /// <param name="cancellationToken">Stops it. A journal is then as it was; Cosmos holds the beginning, and the same ledger may be given again.</param>
    /// <returns>How many entries the store did not hold.</returns>
    /// <exception cref="StorageRefusedException">The store holds another ledger, or cannot be written.</exception>
    /// <exception cref="LedgerUnavailableException">The store does not answer: give it the same ledger again.</exception>
    Task<long> RunAsync(IReadOnlyList<LedgerEntry> entries, bool mayContinue, IProgress<long> progress, CancellationToken cancellationToken);
}
