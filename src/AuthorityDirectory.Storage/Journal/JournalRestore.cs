using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>Gives a folder a whole ledger that comes from elsewhere, redacted entries included, in one step: afterwards it has all of it, or what it had before.</summary>
/// <param name="folder">The folder; it is made where it is missing.</param>
/// <param name="clock">Tells since when this process holds the journal.</param>
/// <param name="logger">Hears of a torn last line that was there.</param>
public sealed class JournalRestore(string folder, TimeProvider clock, ILogger<JournalRestore> logger) : ILedgerRestore
{
    /// <inheritdoc/>
    public Task<long> RunAsync(IReadOnlyList<LedgerEntry> entries, bool mayContinue, IProgress<long> progress, CancellationToken cancellationToken) =>
        Task.Run(() => Run(entries, mayContinue, progress, cancellationToken), cancellationToken);

    private long Run(IReadOnlyList<LedgerEntry> entries, bool mayContinue, IProgress<long> progress, CancellationToken cancellationToken)
    {
        try
        {
            JournalLedger.Create(Path.GetFullPath(folder));
            using var held = JournalLock.Take(folder, clock, logger);
            var disk = new DiskFolder(folder);
            var position = Prepare(disk, entries, mayContinue);
            Replace(disk, entries, progress, cancellationToken);
            return entries.Count - position;
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            throw new StorageRefusedException($"The folder {folder} cannot be written: {error.Message}", error);
        }
    }

    private long Prepare(DiskFolder disk, IReadOnlyList<LedgerEntry> entries, bool mayContinue)
    {
        var content = new JournalContent(disk);
        content.Read();
        RestoreRule.Check($"The journal in {folder}", content.Memory.Last, entries, mayContinue);
        if (content.Tail.Length > 0)
        {
            content.VerifyTail();
            TornLine.MoveAside(disk, content, logger);
        }

        return content.Memory.Last?.Sequence ?? 0;
    }

    private void Replace(DiskFolder disk, IReadOnlyList<LedgerEntry> entries, IProgress<long> progress, CancellationToken cancellationToken)
    {
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
