using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>The journal for the one process that appends to it. The caller holds the lock.</summary>
internal sealed class JournalWriter : ILedger, IDisposable
{
    public const string NextName = JournalContent.FileName + ".new";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IJournalFolder _folder;
    private readonly LedgerMemory _memory;
    private readonly ILogger _logger;
    private IJournalFile _file;
    private long _length;
    private bool _isReadOnly;
    private bool _holdsRedacted;

    private JournalWriter(IJournalFolder folder, JournalContent content, ILogger logger)
    {
        _folder = folder;
        _memory = content.Memory;
        _logger = logger;
        _length = content.Length;
        _holdsRedacted = content.HoldsRedacted;
        _file = folder.OpenWrite(JournalContent.FileName);
    }

    /// <summary>Reads the journal, moves a torn last line aside, and takes away what is redacted but still there.</summary>
    /// <exception cref="StorageRefusedException">The journal is damaged.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static JournalWriter Open(IJournalFolder folder, ILogger logger)
    {
        var content = new JournalContent(folder);
        content.Read();
        if (content.Tail.Length > 0)
        {
            content.VerifyTail();
            TornLine.MoveAside(folder, content, logger);
        }

        var writer = new JournalWriter(folder, content, logger);
        try
        {
            // A line that a killed process left may never have been synced, and from now on it counts as appended.
            writer.CutBack();
            folder.Sync();
            writer.TakeRedactedAway();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    public async ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        byte[] line = [.. LedgerEntryJson.Write(entry), (byte)'\n'];
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return line.Length - 1 > LedgerLimits.EntryBytes ? AppendResult.TooLarge
                : _memory.Refuse(entry) is { } refused ? refused
                : _isReadOnly ? AppendResult.ReadOnly
                : Append(entry, line);
        }
        finally
        {
            _gate.Release();
        }
    }

    public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_memory.Read(after));
    }

    public void Dispose()
    {
        _file.Dispose();
        _gate.Dispose();
    }

    private AppendResult Append(LedgerEntry entry, byte[] line)
    {
        if (!TryWrite(line))
        {
            return AppendResult.ReadOnly;
        }

        _length += line.Length;
        _memory.Add(entry);
        _holdsRedacted |= entry.Redacts.Count > 0;
        TakeRedactedAway();
        return AppendResult.Appended;
    }

    /// <returns>False when somebody meddled with the file before; when somebody did meanwhile, what became of the entry is not known.</returns>
    private bool TryWrite(byte[] line)
    {
        try
        {
            if (!IsInPlace(_length))
            {
                return false;
            }

            _file.Write(line, _length);
            _file.Sync();
            return IsInPlace(_length + line.Length, line) ? true
                : throw new LedgerUnavailableException($"The entry was written, but not to what is {Name} now. Put the file back, then restart the directory.", RetryAfter);
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            Recover(error);
            throw new LedgerUnavailableException(
                $"The entry could not be written to {Name}: {error.Message} {(_isReadOnly ? "Restart the directory." : "Make room on the disk or mend it, then try again.")}",
                RetryAfter,
                error);
        }
    }

    private bool IsInPlace(long length, ReadOnlySpan<byte> ending = default)
    {
        if (JournalPlace.Holds(_folder, length, ending))
        {
            return true;
        }

        _isReadOnly = true;
        _logger.LogCritical(
            "{Journal} is not the file that this process writes to any more: it was deleted, replaced or changed by something else. The directory answers from memory and takes no entries. "
            + "Put the file back, or its last good copy, then restart the directory.",
            Name);
        return false;
    }

    private void Recover(Exception error)
    {
        try
        {
            CutBack();
            _logger.LogError(error, "An entry could not be written to {Journal}; the file is as it was before.", Name);
        }
        catch (Exception second) when (DiskError.Is(second))
        {
            StopWriting(second);
        }
    }

    private void CutBack()
    {
        _file.Cut(_length);
        _file.Sync();
    }

    private void StopWriting(Exception error)
    {
        _isReadOnly = true;
        _logger.LogCritical(error, "{Journal} could not be brought back to its last good state: it takes no entries until the directory is restarted.", Name);
    }

    private void TakeRedactedAway()
    {
        if (!_holdsRedacted || _isReadOnly)
        {
            return;
        }

        try
        {
            var length = WriteNext();
            _file.Dispose();
            PutNextInPlace(length);
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            _logger.LogError(error, "{Journal} still has bodies that are redacted; taking them away is tried again with the next entry and at the next start.", Name);
        }
    }

    private long WriteNext()
    {
        using var next = _folder.OpenWrite(NextName);
        next.Cut(0);
        var length = 0L;
        for (var sequence = 1; sequence <= (_memory.Last?.Sequence ?? 0); sequence++)
        {
            byte[] line = [.. LedgerEntryJson.Write(_memory[sequence]), (byte)'\n'];
            next.Write(line, length);
            length += line.Length;
        }

        next.Sync();
        return length;
    }

    /// <summary>Once the name has changed hands there is no going back: what fails then stops the writing.</summary>
    private void PutNextInPlace(long length)
    {
        var isReplaced = false;
        try
        {
            _folder.Replace(NextName, JournalContent.FileName);
            isReplaced = true;
            _length = length;
            _holdsRedacted = false;
            _folder.Sync();
        }
        catch (Exception error) when (isReplaced && DiskError.Is(error))
        {
            StopWriting(error);
        }
        finally
        {
            Reopen();
        }
    }

    private void Reopen()
    {
        try
        {
            _file = _folder.OpenWrite(JournalContent.FileName);
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            StopWriting(error);
        }
    }

    private string Name => Path.Combine(_folder.Path, JournalContent.FileName);
}
