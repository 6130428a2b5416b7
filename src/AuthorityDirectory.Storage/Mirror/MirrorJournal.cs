using System.Globalization;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Mirror;

/// <summary>A copy of a ledger that is kept elsewhere, in the form of a journal: what a process answers from when the store is away.</summary>
/// <remarks>It is a copy: what is wrong with it is set aside and read anew, and a disk that fails costs the copy, not the directory.</remarks>
public sealed class MirrorJournal : IDisposable
{
    private const string NextName = JournalContent.FileName + ".new";
    private const int AtATime = 100;

    private readonly DiskFolder _folder;
    private readonly ILogger _logger;
    private readonly JournalLock? _lock;
    private IJournalFile? _file;
    private long _length;

    private MirrorJournal(DiskFolder folder, JournalLock? held, ILogger logger)
    {
        _folder = folder;
        _lock = held;
        _logger = logger;
    }

    /// <summary>The last entry of the copy; null while there is none.</summary>
    public LedgerEntry? Last => Memory.Last;

    internal LedgerMemory Memory { get; private set; } = new();

    /// <summary>Opens the copy of a folder, and creates both where they are missing.</summary>
    /// <param name="folder">The folder. Where it cannot be written, the copy is in memory only.</param>
    /// <param name="clock">Tells since when this process holds the copy, and names what is set aside.</param>
    /// <param name="logger">Hears of what was set aside, and of a disk that fails.</param>
    /// <exception cref="StorageRefusedException">Another process has this copy.</exception>
    public static MirrorJournal Open(string folder, TimeProvider clock, ILogger logger)
    {
        JournalLock? held = null;
        try
        {
            Directory.CreateDirectory(folder);
            held = JournalLock.Take(folder, clock, logger);
        }
        catch (Exception error) when (IsOfDisk(error))
        {
            logger.LogWarning(error, "The folder {Folder} cannot be written: there is no copy of the ledger from which to start when the store is away.", folder);
        }

        var mirror = new MirrorJournal(new DiskFolder(folder), held, logger);
        mirror.Try(mirror.Load);
        return mirror;
    }

    /// <summary>Takes in the entries that follow the last, as the store shows them: bodies that were redacted are absent.</summary>
    public void Add(IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            Memory.Add(entry);
        }

        if (entries.Count > 0)
        {
            Try(entries.Any(entry => entry.Redacts.Count > 0) ? Rewrite : () => Append(entries));
        }
    }

    /// <summary>Empties the copy, because the store holds another ledger; the file is kept under another name.</summary>
    public void SetAside()
    {
        Memory = new LedgerMemory();
        Try(() =>
        {
            MoveAside("it is not the ledger that the store holds");
            Load();
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _lock?.Dispose();
    }

    private void Load()
    {
        var content = Read();
        Memory = content.Memory;
        _file = _folder.OpenWrite(JournalContent.FileName);
        _file.Cut(_length = content.Length);
        if (content.HoldsRedacted)
        {
            Rewrite();
        }
    }

    private JournalContent Read()
    {
        try
        {
            var content = new JournalContent(_folder);
            content.Read();
            return content;
        }
        catch (StorageRefusedException error)
        {
            MoveAside(error.Message);
            return new JournalContent(_folder);
        }
    }

    private void MoveAside(string reason)
    {
        _file?.Dispose();
        var name = Enumerable.Range(1, int.MaxValue)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"ledger.aside-{number}.jsonl"))
            .First(name => !File.Exists(Path.Combine(_folder.Path, name)));
        _folder.Replace(JournalContent.FileName, name);
        _logger.LogWarning("The copy of the ledger in {Folder} was set aside as {Name} and is read anew: {Reason}", _folder.Path, name, reason);
    }

    private void Append(IEnumerable<LedgerEntry> entries)
    {
        Write(_file!, entries);
        _file!.Sync();
    }

    /// <remarks>Some at a time: the first load brings the whole ledger, which may be longer than one array.</remarks>
    private void Write(IJournalFile file, IEnumerable<LedgerEntry> entries)
    {
        foreach (var some in entries.Chunk(AtATime))
        {
            var lines = Lines(some);
            file.Write(lines, _length);
            _length += lines.Length;
        }
    }

    /// <summary>Writes the whole copy as it is now, without what has been redacted.</summary>
    private void Rewrite()
    {
        using (var next = _folder.OpenWrite(NextName))
        {
            next.Cut(0);
            _length = 0;
            for (var after = 0L; Memory.Read(after).Entries is { Count: > 0 } page; after += page.Count)
            {
                Write(next, page);
            }

            next.Sync();
        }

        _file!.Dispose();
        _folder.Replace(NextName, JournalContent.FileName);
        _folder.Sync();
        _file = _folder.OpenWrite(JournalContent.FileName);
    }

    /// <summary>Uses the disk; when it fails, the copy goes on in memory.</summary>
    private void Try(Action act)
    {
        if (_lock is null || (_file is null && Last is not null))
        {
            return;
        }

        try
        {
            act();
        }
        catch (Exception error) when (IsOfDisk(error))
        {
            _file?.Dispose();
            _file = null;
            _logger.LogError(error, "The copy of the ledger in {Folder} is not kept any more until the directory is restarted: the disk fails.", _folder.Path);
        }
    }

    private static byte[] Lines(IEnumerable<LedgerEntry> entries)
    {
        using var lines = new MemoryStream();
        foreach (var entry in entries)
        {
            lines.Write(LedgerEntryJson.Write(entry));
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static bool IsOfDisk(Exception error) => error is IOException or UnauthorizedAccessException;
}
