using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Tool.Synthetic;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Benchmarks;

/// <summary>A folder of the disk with the journal of a generated directory, which goes away with it.</summary>
internal sealed class SyntheticJournal : IDisposable
{
    /// <summary>As large as the directory that everything is measured on.</summary>
    public const int Authorities = 5000;

    public string Folder { get; } = Directory.CreateTempSubdirectory("benchmark-").FullName;

    /// <summary>Generates a ledger and writes it to a new folder.</summary>
    public static async Task<SyntheticJournal> CreateAsync(SyntheticSize size) => await OfAsync(await EntriesAsync(size));

    /// <summary>Writes entries to a new folder.</summary>
    public static async Task<SyntheticJournal> OfAsync(IReadOnlyList<LedgerEntry> entries)
    {
        var journal = new SyntheticJournal();
        await new JournalRestore(journal.Folder, TimeProvider.System, NullLogger<JournalRestore>.Instance)
            .RunAsync(entries, mayContinue: false, new Progress<long>(), CancellationToken.None);
        return journal;
    }

    /// <summary>A generated ledger.</summary>
    public static async Task<List<LedgerEntry>> EntriesAsync(SyntheticSize size)
    {
        var ledger = await SyntheticLedger.CreateAsync(size, new Progress<long>(), CancellationToken.None);
        List<LedgerEntry> entries = [];
        for (var page = await ledger.ReadAsync(0, CancellationToken.None); page.Entries.Count > 0; page = await ledger.ReadAsync(entries.Count, CancellationToken.None))
        {
            entries.AddRange(page.Entries);
        }

        return entries;
    }

    public JournalLedger Open() => JournalLedger.Open(Folder, TimeProvider.System, NullLogger.Instance);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
