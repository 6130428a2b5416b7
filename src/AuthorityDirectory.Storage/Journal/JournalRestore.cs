using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>Gives a folder a whole ledger that comes from elsewhere, redacted entries included, in one step: afterwards it has all of it, or what it had before.</summary>
public static class JournalRestore
{
    /// <summary>Writes the ledger.</summary>
    /// <param name="folder">The folder; it is made where it is missing. Its journal is empty, or the beginning of the same ledger.</param>
    /// <param name="entries">The whole ledger, verified.</param>
    /// <param name="clock">Tells since when this process holds the journal.</param>
    /// <param name="logger">Hears of a torn last line that was there.</param>
    /// <param name="progress">Hears of the entries written so far.</param>
    /// <param name="cancellationToken">Stops it until the last moment.</param>
    /// <exception cref="StorageRefusedException">The folder holds another ledger, another process appends to it, or it is damaged.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Run(
        string folder, IReadOnlyList<LedgerEntry> entries, TimeProvider clock, ILogger logger, IProgress<long> progress, CancellationToken cancellationToken)
    {
        JournalLedger.Create(Path.GetFullPath(folder));
        using var held = JournalLock.Take(folder, clock, logger);
        var disk = new DiskFolder(folder);
        Prepare(disk, entries, logger);
        try
        {
            Write(disk, entries, progress, cancellationToken);
            disk.Replace(JournalWriter.NextName, JournalContent.FileName);
            disk.Sync();
        }
        finally
        {
            File.Delete(Path.Combine(folder, JournalWriter.NextName));
        }
    }

    private static void Prepare(DiskFolder disk, IReadOnlyList<LedgerEntry> entries, ILogger logger)
    {
        var content = new JournalContent(disk);
        content.Read();
        if (content.Memory.Last is { } last && (last.Sequence > entries.Count || entries[(int)last.Sequence - 1].Hash != last.Hash))
        {
            throw new StorageRefusedException(
                $"The journal in {disk.Path} holds {last.Sequence} entries that are not the beginning of the ledger to be restored. Nothing was changed. Restore it to another folder.");
        }

        if (content.Tail.Length > 0)
        {
            TornLine.MoveAside(disk, content, logger);
        }
    }

    private static void Write(DiskFolder disk, IReadOnlyList<LedgerEntry> entries, IProgress<long> progress, CancellationToken cancellationToken)
    {
        using var file = disk.OpenWrite(JournalWriter.NextName);
        file.Cut(0);
        var length = 0L;
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            byte[] line = [.. LedgerEntryJson.Write(entry), (byte)'\n'];
            file.Write(line, length);
            length += line.Length;
            progress.Report(entry.Sequence);
        }

        file.Sync();
    }
}
