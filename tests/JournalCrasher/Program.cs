using System.Runtime.InteropServices;
using System.Text;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

// A process that tests kill, trace, limit and refuse. It answers one line for each act, in one write.
//   append <folder> <count>   appends so many entries and says "<sequence> <append id>" of each that was acknowledged
//   limited <folder>          takes away the right to let files grow, appends, gives it back, appends
//   readonly <folder>         takes away the right to write to the folder, opens, appends, reads
using var output = Console.OpenStandardOutput();

try
{
    switch (args)
    {
        case ["append", var folder, var count]:
            await AppendAsync(folder, int.Parse(count, null));
            break;
        case ["limited", var folder]:
            await LimitedAsync(folder);
            break;
        case ["readonly", var folder]:
            await ReadOnlyAsync(folder);
            break;
    }

    return 0;
}
catch (StorageRefusedException refused)
{
    Say($"refused: {refused.Message}");
    return 1;
}

async Task AppendAsync(string folder, int count)
{
    using var ledger = Open(folder);
    var last = await LastAsync(ledger);
    Say("open");
    for (var done = 0; done < count; done++)
    {
        var entry = SomeEntries.After(last);

        // A large entry now and then takes long enough to be torn.
        entry = done % 5 == 4 ? LedgerChain.Seal(entry with { Reason = new string('x', 30_000) }, last) : entry;
        Say(await ledger.AppendAsync(entry, default) == AppendResult.Appended ? $"{entry.Sequence} {entry.AppendId}" : "failed");
        last = entry;
    }

    Console.In.ReadLine();
}

async Task LimitedAsync(string folder)
{
    using var ledger = Open(folder);
    var first = SomeEntries.After(null);
    var large = SomeEntries.OfLength(first, 100_000);
    Say($"{await ledger.AppendAsync(first, default)}");
    Limits.StopGrowthBeyond(50_000);
    try
    {
        Say($"{await ledger.AppendAsync(large, default)}");
    }
    catch (LedgerUnavailableException error)
    {
        Say($"unavailable: {error.Message}");
    }

    Say($"{(await ledger.ReadAsync(0, default)).Entries.Count} read, {new FileInfo(Path.Combine(folder, "ledger.jsonl")).Length == LedgerEntryJson.Write(first).Length + 1}");
    Limits.StopGrowthBeyond(-1);
    Say($"{await ledger.AppendAsync(large, default)}");
}

async Task ReadOnlyAsync(string folder)
{
    Limits.BecomeNobody();
    using var ledger = Open(folder);
    var last = await LastAsync(ledger);
    Say($"{last?.Sequence} read");
    Say($"{await ledger.AppendAsync(SomeEntries.After(last), default)}");
}

JournalLedger Open(string folder) => JournalLedger.Open(folder, TimeProvider.System, NullLogger.Instance);

async Task<LedgerEntry?> LastAsync(ILedger ledger)
{
    LedgerEntry? last = null;
    for (var page = await ledger.ReadAsync(0, default); page.Entries.Count > 0; page = await ledger.ReadAsync(last.Sequence, default))
    {
        last = page.Entries[^1];
    }

    return last;
}

void Say(string line) => output.Write(Encoding.UTF8.GetBytes(line + "\n"));

internal static partial class Limits
{
    private const int FileSize = 1;
    private const int FileSizeSignal = 25;
    private const uint Nobody = 65534;

    /// <summary>What a full disk does, without one: writing beyond fails. The signal that would end the process is ignored.</summary>
    public static void StopGrowthBeyond(long bytes)
    {
        Signal(FileSizeSignal, 1);
        var limit = new Limit { Soft = (ulong)bytes, Hard = ulong.MaxValue };
        if (SetLimit(FileSize, in limit) != 0)
        {
            throw new InvalidOperationException("setrlimit failed.");
        }
    }

    /// <summary>The rights of the administrator would pass over those of a folder.</summary>
    public static void BecomeNobody()
    {
        if (Environment.UserName == "root" && SetUser(Nobody) != 0)
        {
            throw new InvalidOperationException("seteuid failed.");
        }
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int number, nint handler);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "seteuid")]
    private static partial int SetUser(uint user);

    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
