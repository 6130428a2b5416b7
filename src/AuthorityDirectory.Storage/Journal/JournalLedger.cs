using AuthorityDirectory.Ledger;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>The journal as a process of the directory opens it: to append where the folder lets it, else to read.</summary>
public sealed class JournalLedger : ILedger, IDisposable
{
    private readonly ILedger _inner;
    private readonly JournalLock? _lock;

    private JournalLedger(ILedger inner, JournalLock? held)
    {
        _inner = inner;
        _lock = held;
    }

    /// <summary>Opens the journal of a folder, and creates both where they are missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">Tells since when this process holds the journal.</param>
    /// <param name="logger">Hears of a torn last line, and of a folder that cannot be written.</param>
    /// <exception cref="StorageRefusedException">Another process appends to it, it is damaged, or it can be neither created nor read.</exception>
    public static JournalLedger Open(string folder, TimeProvider clock, ILogger logger)
    {
        try
        {
            Create(Path.GetFullPath(folder));
            return OpenToAppend(folder, clock, logger);
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            return OpenToRead(folder, logger, error);
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        _inner.AppendAsync(entry, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken) =>
        _inner.ReadAsync(after, cancellationToken);

    /// <summary>Lets the next process append.</summary>
    public void Dispose()
    {
        (_inner as IDisposable)?.Dispose();
        _lock?.Dispose();
    }

    /// <remarks>A new folder is as lasting as the entry for it in the folder above.</remarks>
    internal static void Create(string folder)
    {
        if (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            Create(above);
            Directory.CreateDirectory(folder);
            new DiskFolder(above).Sync();
        }
    }

    private static JournalLedger OpenToAppend(string folder, TimeProvider clock, ILogger logger)
    {
        var held = JournalLock.Take(folder, clock, logger);
        try
        {
            return new JournalLedger(JournalWriter.Open(new DiskFolder(folder), logger), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static JournalLedger OpenToRead(string folder, ILogger logger, Exception cause)
    {
        try
        {
            var reader = Directory.Exists(folder) ? new JournalReader(folder) : throw new DirectoryNotFoundException($"There is no folder {folder}.", cause);
            logger.LogWarning(cause, "The folder {Folder} cannot be written: the directory is read and takes no entries until it is restarted.", folder);
            return new JournalLedger(reader, null);
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            throw new StorageRefusedException(
                $"The folder {folder} can be neither created nor read: {cause.Message} Set Storage:Folder to a folder that this process may write to.", error);
        }
    }
}
