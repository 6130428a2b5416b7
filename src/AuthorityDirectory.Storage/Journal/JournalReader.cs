using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>The journal for anybody who only reads: whether or not another process is appending to it, it sees all complete lines.</summary>
public sealed class JournalReader : ILedger
{
    private readonly Lock _lock = new();
    private readonly DiskFolder _folder;
    private JournalContent _content;

    /// <summary>Reads what is there.</summary>
    /// <param name="folder">The folder of the journal; a missing file is an empty ledger.</param>
    /// <exception cref="StorageRefusedException">The journal is damaged.</exception>
    public JournalReader(string folder)
    {
        _folder = new DiskFolder(folder);
        _content = new JournalContent(_folder);
        _content.Read();
    }

    /// <summary>Answers <see cref="AppendResult.ReadOnly"/>, or that the entry is there already.</summary>
    public ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Refresh();
            return ValueTask.FromResult(_content.Memory.Holds(entry.AppendId) ? AppendResult.AlreadyAppended : AppendResult.ReadOnly);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="StorageRefusedException">The journal is damaged.</exception>
    public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Refresh();
            return ValueTask.FromResult(_content.Memory.Read(after));
        }
    }

    private void Refresh()
    {
        try
        {
            if (!TryReadOn())
            {
                _content = new JournalContent(_folder);
                _content.Read();
            }
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            throw new LedgerUnavailableException($"The journal in {_folder.Path} cannot be read: {error.Message}", null, error);
        }
    }

    /// <remarks>A writer that cuts a failed line back and writes another may do so between two reads of it: only a second look tells damage.</remarks>
    private bool TryReadOn()
    {
        try
        {
            return _content.Read();
        }
        catch (StorageRefusedException)
        {
            return false;
        }
    }
}
