using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tool.Synthetic;

namespace AuthorityDirectory.Benchmarks;

/// <summary>Appends a second, each synced before the next begins.</summary>
internal static class JournalSpeed
{
    private const int Appends = 2000;

    public static async Task RunAsync()
    {
        var entries = await SyntheticJournal.EntriesAsync(new(Authorities: SyntheticJournal.Authorities, Changes: Appends));
        var bytes = entries.TakeLast(Appends).Average(entry => LedgerEntryJson.Write(entry).Length);
        var table = new Table("Journal", "Result");
        table.Add(string.Create(CultureInfo.InvariantCulture, $"the disk alone: writes of {bytes:N0} bytes, each synced, a second"), (await Measured.RepeatAsync(() => Task.FromResult(Disk((int)bytes)))).ToString("N0"));
        table.Add("appends a second", (await Measured.RepeatAsync(() => AppendAsync(entries))).ToString("N0"));
        table.Add("changes a second through the write path: decide, seal, append, project", (await Measured.RepeatAsync(() => WriteAsync(entries))).ToString("N0"));
        table.Print($"One writer, {Appends} entries of {bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes on average, a directory of {SyntheticJournal.Authorities} authorities.");
    }

    private static double Disk(int bytes)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-");
        var line = RandomNumberGenerator.GetBytes(bytes);
        using (var file = File.OpenHandle(Path.Combine(folder.FullName, "file"), FileMode.CreateNew, FileAccess.Write))
        {
            var begin = Stopwatch.GetTimestamp();
            for (var done = 0; done < Appends; done++)
            {
                RandomAccess.Write(file, line, (long)done * bytes);
                RandomAccess.FlushToDisk(file);
            }

            var elapsed = Stopwatch.GetElapsedTime(begin);
            folder.Delete(recursive: true);
            return Appends / elapsed.TotalSeconds;
        }
    }

    private static async Task<double> AppendAsync(List<LedgerEntry> entries)
    {
        using var journal = await SyntheticJournal.OfAsync(entries[..^Appends]);
        using var ledger = journal.Open();
        var begin = Stopwatch.GetTimestamp();
        foreach (var entry in entries.TakeLast(Appends))
        {
            Require(await ledger.AppendAsync(entry, CancellationToken.None) == AppendResult.Appended);
        }

        return Appends / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static async Task<double> WriteAsync(List<LedgerEntry> entries)
    {
        using var journal = await SyntheticJournal.OfAsync(entries[..^Appends]);
        using var ledger = journal.Open();
        using var current = new CurrentSnapshot(ledger, TimeProvider.System);
        await current.RefreshAsync();
        using var random = RandomNumberGenerator.Create();
        using var writer = new LedgerWriter(ledger, current, TimeProvider.System, random);
        var authorities = new SyntheticDirectory(new(Authorities: SyntheticJournal.Authorities)).Authorities;
        var begin = Stopwatch.GetTimestamp();
        for (var done = 0; done < Appends; done++)
        {
            var draft = Confirmation(authorities[done % authorities.Count]);
            Require((await writer.WriteAsync(_ => Decision.Accept(draft))).IsWritten);
        }

        return Appends / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static Draft Confirmation(Authority authority) => new()
    {
        Actor = new(ActorRole.FocalPoint, "synthetic"),
        Source = new(SourceKind.StateForm, "SYNTHETIC/1"),
        Records = [authority with { ConfirmedOn = new(2026, 1, 31), ConfirmedByRole = ActorRole.FocalPoint }],
    };

    private static void Require(bool isWritten)
    {
        if (!isWritten)
        {
            throw new InvalidOperationException("An entry was not appended.");
        }
    }
}
