using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>What a journal file holds, verified line by line as it is read. The number of a line is the sequence of its entry.</summary>
internal sealed class JournalContent(IJournalFolder folder)
{
    public const string FileName = "ledger.jsonl";

    /// <summary>How every line begins.</summary>
    private static readonly byte[] Beginning = [.. "{\"actor\":{"u8];

    private readonly LedgerVerifier _verifier = new(Audience.Secretariat);
    private byte[] _lastLine = [];

    public LedgerMemory Memory { get; } = new();

    /// <summary>Bytes of all complete lines.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes after the last complete line, when the file was last read.</summary>
    public byte[] Tail { get; private set; } = [];

    /// <summary>Whether the file still has a body that an entry redacts.</summary>
    public bool HoldsRedacted { get; private set; }

    /// <summary>The number of the line after the last complete one.</summary>
    public long NextLine => (Memory.Last?.Sequence ?? 0) + 1;

    /// <summary>Reads the complete lines that are there beyond those already read.</summary>
    /// <returns>False when the file is another one by now, as after a redaction, and must be read from its beginning.</returns>
    /// <exception cref="StorageRefusedException">A line is damaged.</exception>
    public bool Read()
    {
        using var stream = folder.OpenRead(FileName);
        if (stream is null && Length > 0)
        {
            throw new FileNotFoundException($"{Path.Combine(folder.Path, FileName)} is gone.");
        }

        if (stream is null || !HasLastLine(stream))
        {
            return stream is null;
        }

        Tail = CompleteLines.Read(stream, Take);
        if (_verifier.Complete() is { } fault)
        {
            throw Damage(fault.Sequence, fault.ToString());
        }

        return true;
    }

    /// <summary>Refuses what stands after the last complete line unless it is what an interrupted write leaves.</summary>
    /// <exception cref="StorageRefusedException">It is something else.</exception>
    public void VerifyTail()
    {
        var begin = Math.Min(Tail.Length, Beginning.Length);
        var isWhole = CanonicalJson.IsCanonical(Tail);
        if (!Tail.AsSpan(0, begin).SequenceEqual(Beginning.AsSpan(0, begin)) || !(isWhole || CanonicalJson.IsCutShort(Tail)))
        {
            throw Damage(NextLine, "It has no end, and what is there is not the beginning of an entry.");
        }

        if (isWhole)
        {
            Refuse(LedgerChain.Fault(Entry(Tail), Memory.Last));
        }
    }

    /// <summary>A new file has other bytes where the last line was: its hash is found nowhere else.</summary>
    private bool HasLastLine(Stream stream)
    {
        var found = new byte[_lastLine.Length];
        stream.Position = Length - found.Length;
        return stream.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == found.Length && found.AsSpan().SequenceEqual(_lastLine);
    }

    private void Take(ReadOnlyMemory<byte> line)
    {
        var entry = Entry(line);
        Refuse(_verifier.Add(entry));
        HoldsRedacted |= entry.Redacts.Any(IsStillThere);
        Memory.Add(entry);
        Length += line.Length + 1;
        _lastLine = [.. line.Span, (byte)'\n'];
    }

    private LedgerEntry Entry(ReadOnlyMemory<byte> line)
    {
        try
        {
            return LedgerEntryJson.Read(line);
        }
        catch (FormatException error)
        {
            throw Damage(NextLine, error.Message);
        }
    }

    private bool IsStillThere(Redaction redaction) =>
        Memory[redaction.Sequence].Changes.Any(change =>
            change.Kind == redaction.Kind && change.Id == redaction.Id && change.Parts.Any(part => part.Audience == redaction.Audience && part.Body is not null));

    private void Refuse(LedgerFault? fault)
    {
        if (fault is not null)
        {
            throw Damage(NextLine, fault.ToString());
        }
    }

    private StorageRefusedException Damage(long line, string what) => new(
        $"The ledger {Path.Combine(folder.Path, FileName)} is damaged at line {line}. {what} Nothing was changed. "
        + "Keep the damaged file, and put the last good copy of it in its place.");
}
