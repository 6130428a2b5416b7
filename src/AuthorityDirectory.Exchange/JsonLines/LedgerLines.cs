using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Exchange.JsonLines;

/// <summary>A ledger as JSON Lines: an entry a line, in canonical form, so that the same entries are the same bytes wherever they came from.</summary>
public static class LedgerLines
{
    /// <summary>Writes entries as an audience may see them.</summary>
    /// <param name="entries">A whole ledger, without what it redacts, as <see cref="LedgerReader"/> gives it.</param>
    /// <param name="audience">Bodies beyond it are left out; their hashes stay, so that what is written verifies.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="progress">Hears of the entries written so far.</param>
    /// <param name="cancellationToken">Stops between entries.</param>
    public static async Task WriteAsync(
        IReadOnlyList<LedgerEntry> entries, Audience audience, Stream stream, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var written = 0L;
        foreach (var entry in entries)
        {
            byte[] line = [.. LedgerEntryJson.Write(entry.ForAudience(audience)), (byte)'\n'];
            await stream.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            progress.Report(++written);
        }

        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
