using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.JsonLines;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Tool;

/// <summary>Takes a whole ledger from a file into a store.</summary>
internal static class Taking
{
    /// <summary>Takes it in.</summary>
    /// <param name="store">The store.</param>
    /// <param name="file">The name of the file; <c>-</c> is standard input.</param>
    /// <param name="mayContinue">Whether the store may hold the beginning of the same ledger already.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="RefusedException">The file is no whole ledger.</exception>
    /// <exception cref="AuthorityDirectory.Storage.StorageRefusedException">The store holds something else.</exception>
    public static async Task<Report> RunAsync(Store store, string file, bool mayContinue, CancellationToken stop)
    {
        var reading = await InputFile.ReadAsync(file, Audience.Secretariat, stop);
        await ProgressDisplay.ShowAsync("Reading the records", null, _ => Task.Run(() => Projection.Empty.Apply(reading.Entries), stop));
        var added = await ProgressDisplay.ShowAsync($"Writing {store.Name}", reading.Entries.Count, progress => store.RestoreAsync(reading.Entries, mayContinue, progress, stop));
        return new(
            $"{store.Title} holds {Facts.Entries(reading.Entries.Count)}, {added:N0} of them new. The last hash is {reading.HeadHash}.",
            new() { ["entries"] = reading.Entries.Count, ["new"] = added, ["headHash"] = reading.HeadHash });
    }
}
