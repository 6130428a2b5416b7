using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.JsonLines;

namespace AuthorityDirectory.Tool;

/// <summary>Gives a whole ledger out as JSON Lines.</summary>
internal static class Giving
{
    /// <param name="output">Where to; it is completed.</param>
    /// <param name="reading">The ledger.</param>
    /// <param name="audience">Who is to read it.</param>
    /// <param name="origin">Where it comes from, for the report.</param>
    /// <param name="stop">Stops it until the file takes its place.</param>
    public static async Task<Report> RunAsync(OutputFile output, LedgerReading reading, Audience audience, string origin, CancellationToken stop)
    {
        await ProgressDisplay.ShowAsync($"Writing {output.Name}", reading.Entries.Count, async progress =>
        {
            await LedgerLines.WriteAsync(reading.Entries, audience, output.Stream, progress, stop);
            return reading;
        });
        await output.CompleteAsync(stop);
        var code = Codes.Audiences.CodeOf(audience);
        return new(
            $"{output.Name} has {Facts.Entries(reading.Entries.Count)} of {origin} for the audience {code}. The last hash is {reading.HeadHash}.",
            new() { ["file"] = output.Name, ["audience"] = code, ["entries"] = reading.Entries.Count, ["headHash"] = reading.HeadHash });
    }
}
