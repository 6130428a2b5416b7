using System.Buffers;
using System.IO.Pipelines;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;

namespace AuthorityDirectory.Exchange.JsonLines;

/// <summary>Reads a ledger whole, from a store or from JSON Lines.</summary>
public static class LedgerReader
{
    /// <summary>Reads what a store holds when it is asked.</summary>
    /// <param name="ledger">The store's ledger.</param>
    /// <param name="progress">Hears of the entries read so far.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="LedgerUnavailableException">The store does not answer.</exception>
    public static async Task<LedgerReading> ReadAsync(ILedger ledger, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var collector = new LedgerCollector(Audience.Secretariat);
        for (var goesOn = true; goesOn;)
        {
            var page = await ledger.ReadAsync(collector.Position, cancellationToken).ConfigureAwait(false);
            goesOn = page.Entries.All(collector.Add) && !page.CaughtUp;
            progress.Report(collector.Position);
        }

        return collector.Complete();
    }

    /// <summary>Reads JSON Lines: an entry a line, each in its canonical form.</summary>
    /// <param name="stream">From where.</param>
    /// <param name="audience">The audience of the export; <see cref="Audience.Secretariat"/> for a whole ledger.</param>
    /// <param name="progress">Hears of the bytes read so far.</param>
    /// <param name="cancellationToken">Stops the reading, also when the stream waits for more.</param>
    public static async Task<LedgerReading> ReadAsync(Stream stream, Audience audience, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var (collector, taken) = (new LedgerCollector(audience), 0L);
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        for (var goesOn = true; goesOn;)
        {
            var read = await reader.ReadAsync(cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            var rest = read.Buffer;
            goesOn = TakeLines(ref rest, collector) && TakeRest(rest, read.IsCompleted, collector) && !read.IsCompleted;
            taken += read.Buffer.Length - rest.Length;
            progress.Report(taken);
            reader.AdvanceTo(rest.Start, rest.End);
        }

        return collector.Complete();
    }

    private static bool TakeLines(ref ReadOnlySequence<byte> buffer, LedgerCollector collector)
    {
        var goesOn = true;
        while (goesOn && buffer.PositionOf((byte)'\n') is { } end)
        {
            goesOn = TakeLine(buffer.Slice(0, end).ToArray(), collector);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
        }

        return goesOn;
    }

    private static bool TakeRest(ReadOnlySequence<byte> rest, bool isEnd, LedgerCollector collector) =>
        rest.Length > LedgerLimits.EntryBytes ? collector.Break("its line is longer than an entry may be")
        : isEnd && rest.Length > 0 ? collector.Break("its line has no end, so something was cut off")
        : true;

    private static bool TakeLine(byte[] line, LedgerCollector collector)
    {
        try
        {
            return collector.Add(LedgerEntryJson.Read(line));
        }
        catch (FormatException error)
        {
            return collector.Break($"its line does not hold an entry ({error.Message.TrimEnd('.')})");
        }
    }
}
