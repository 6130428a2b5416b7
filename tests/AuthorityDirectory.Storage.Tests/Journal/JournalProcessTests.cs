using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Storage.Tests.Journal;

/// <summary>What only real processes, a real disk and a real operating system can show.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class JournalProcessTests
{
    private const UnixFileMode ReadByAll = (UnixFileMode)0b101_101_101;

    public JournalProcessTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals, limits and traces are those of Linux.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_two_hundred_times_amid_appends_it_keeps_every_acknowledged_entry() =>
        await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => KillAsync(new Random(seed), times: 50)));

    [Fact]
    public async Task Each_acknowledgement_comes_after_its_sync()
    {
        using var folder = new TemporaryFolder();
        var trace = folder.In("trace");
        using var crasher = Crasher.Traced(RequiredTool.Strace, "pwrite64,fsync,fdatasync,write", trace, "append", folder.In("new/data"), "20");
        var said = await crasher.EndAsync(Token);
        Assert.Equal(21, said.Length);

        var (written, synced, acknowledged) = (0, 0, 0);
        HashSet<string> missing = [folder.Path, folder.In("new"), folder.In("new/data")];
        foreach (var call in Completed(await File.ReadAllLinesAsync(trace, Token)))
        {
            missing.RemoveWhere(path => call.Contains($"<{path}>)", StringComparison.Ordinal) && call.Contains("fsync(", StringComparison.Ordinal));
            written += call.Contains("pwrite64(", StringComparison.Ordinal) && call.Contains("/ledger.jsonl>", StringComparison.Ordinal) ? 1 : 0;
            synced = SyncOfJournal().IsMatch(call) ? written : synced;
            if (Acknowledgement().IsMatch(call))
            {
                acknowledged++;
                Assert.Empty(missing);
                Assert.Equal(acknowledged, synced);
            }
        }

        Assert.Equal(20, acknowledged);
    }

    [Fact]
    public async Task A_second_process_is_refused_with_a_sentence_that_names_the_first()
    {
        using var folder = new TemporaryFolder();
        using var first = new Crasher("append", folder.Path, "1");
        Assert.Equal("open", await first.ReadLineAsync(Token));
        using var second = new Crasher("append", folder.Path, "1");

        var refusal = Assert.Single(await second.EndAsync(Token));

        Assert.Matches(
            $"^refused: The ledger in {Regex.Escape(folder.Path)} is in use by process {first.Id} on {Regex.Escape(Environment.MachineName)} since 20.* UTC, and only one process may append to it",
            refusal);
        Assert.Single(await first.EndAsync(Token));
        using var third = new Crasher("append", folder.Path, "1");
        Assert.Equal("open", await third.ReadLineAsync(Token));
    }

    [Fact]
    public async Task A_disk_without_room_refuses_the_writer_only_and_writing_resumes()
    {
        using var folder = new TemporaryFolder();
        using var crasher = new Crasher("limited", folder.Path);

        var said = await crasher.EndAsync(Token);

        Assert.Equal(["Appended", "1 read, True", "Appended"], said.Where(line => !line.StartsWith("unavailable:", StringComparison.Ordinal)));
        Assert.Contains("could not be written", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_may_only_be_read_is_read()
    {
        using var folder = new TemporaryFolder();
        var entries = SomeEntries.Ledger(3);
        await File.WriteAllBytesAsync(folder.Journal, [.. entries.SelectMany(entry => LedgerEntryJson.Write(entry).Append((byte)'\n')), (byte)'{'], Token);
        var mode = File.GetUnixFileMode(folder.Path);
        File.SetUnixFileMode(folder.Path, ReadByAll);
        using var crasher = new Crasher("readonly", folder.Path);

        var said = await crasher.EndAsync(Token);
        File.SetUnixFileMode(folder.Path, mode);

        Assert.Equal(["3 read", "ReadOnly"], said);
        Assert.Equal([folder.Journal], Directory.GetFiles(folder.Path));
    }

    private static async Task KillAsync(Random random, int times)
    {
        using var folder = new TemporaryFolder();
        Dictionary<long, string> acknowledged = [];
        for (var kill = 0; kill < times; kill++)
        {
            using var crasher = new Crasher("append", folder.Path, "1000000");
            Assert.Equal("open", await crasher.ReadLineAsync(Token));
            for (var acts = random.Next(8); acts > 0; acts--)
            {
                Note(acknowledged, (await crasher.ReadLineAsync(Token))!);
            }

            crasher.Kill();
            Array.ForEach(await crasher.EndAsync(Token), line => Note(acknowledged, line));
        }

        using var ledger = JournalLedger.Open(folder.Path, TimeProvider.System, new KeptLog());
        var found = await AppendIdsAsync(ledger);
        Assert.True(acknowledged.Count >= times, $"Only {acknowledged.Count} entries were acknowledged.");
        Assert.All(acknowledged, act => Assert.Equal(act.Value, found[(int)act.Key - 1]));
    }

    private static void Note(Dictionary<long, string> acknowledged, string line)
    {
        var parts = line.Split(' ');
        acknowledged.Add(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    private static async Task<List<string>> AppendIdsAsync(JournalLedger ledger)
    {
        List<string> found = [];
        for (var page = await ledger.ReadAsync(0, Token); page.Entries.Count > 0; page = await ledger.ReadAsync(found.Count, Token))
        {
            found.AddRange(page.Entries.Select(entry => entry.AppendId));
        }

        return found;
    }

    /// <summary>The calls of a trace in the order in which they returned: one that was interrupted by another thread's stands on two lines.</summary>
    private static IEnumerable<string> Completed(IEnumerable<string> trace)
    {
        Dictionary<string, string> begun = [];
        foreach (var line in trace)
        {
            var thread = line.Split(' ')[0];
            if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                begun[thread] = line.Replace("<unfinished ...>", "", StringComparison.Ordinal);
            }
            else
            {
                yield return line.Contains(" resumed>", StringComparison.Ordinal) ? begun[thread] + line.Split(" resumed>")[1] : line;
            }
        }
    }

    [GeneratedRegex("""f(data)?sync\(\d+<.*/ledger\.jsonl>\).* = 0$""")]
    private static partial Regex SyncOfJournal();

    [GeneratedRegex("""write\(\d+<.*>, "\d+ [0-9a-f]{32}\\n", """)]
    private static partial Regex Acknowledgement();
}
