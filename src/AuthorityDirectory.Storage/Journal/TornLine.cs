using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>The beginning of an entry that was never acknowledged: kept in a file of its own, so that nobody has to guess what it was.</summary>
internal static class TornLine
{
    /// <summary>Copies what stands after the last complete line to a new file; the journal itself is not touched.</summary>
    public static void MoveAside(IJournalFolder folder, JournalContent content, ILogger logger)
    {
        var name = Enumerable.Range(1, int.MaxValue).Select(number => $"ledger.torn-{number}.jsonl").First(name => IsFree(folder, name));
        using (var file = folder.OpenWrite(name))
        {
            file.Write(content.Tail, 0);
            file.Sync();
        }

        folder.Sync();
        logger.LogWarning(
            "{Journal} ended in the middle of line {Line}, as when the machine stopped while an entry was written that nobody had been told of. Its {Bytes} bytes are now in {File}. If this journal was copied here, the copy is not whole: stop, and copy it again.",
            Path.Combine(folder.Path, JournalContent.FileName),
            content.NextLine,
            content.Tail.Length,
            name);
    }

    private static bool IsFree(IJournalFolder folder, string name)
    {
        using var file = folder.OpenRead(name);
        return file is null;
    }
}
