using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Storage;

/// <summary>Which ledger a store may be given: one of which it holds nothing, or the beginning.</summary>
internal static class RestoreRule
{
    /// <param name="store">The store, for messages.</param>
    /// <param name="held">The last entry that it holds; null when it holds none.</param>
    /// <param name="entries">The whole ledger that it is to be given.</param>
    /// <param name="mayContinue">Whether it may hold the beginning already.</param>
    /// <exception cref="StorageRefusedException">It may not be given this ledger.</exception>
    public static void Check(string store, LedgerEntry? held, IReadOnlyList<LedgerEntry> entries, bool mayContinue)
    {
        if (held is null)
        {
            return;
        }

        var isBeginning = held.Sequence <= entries.Count && entries[(int)held.Sequence - 1].Hash == held.Hash;
        if (!isBeginning || !mayContinue)
        {
            throw new StorageRefusedException(
                $"{store} holds {(held.Sequence == 1 ? "an entry" : $"{held.Sequence} entries")} already, "
                + $"{(isBeginning ? "the beginning of this ledger: restore it to go on" : "which are not the beginning of this ledger: name an empty store")}. Nothing was changed.");
        }
    }
}
