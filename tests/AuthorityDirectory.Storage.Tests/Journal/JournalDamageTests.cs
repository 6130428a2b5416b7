using System.Text;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Tests.Journal;

/// <summary>A torn last line is moved aside; anything else that is wrong is refused and named.</summary>
public sealed class JournalDamageTests
{
    private static readonly IReadOnlyList<LedgerEntry> Entries = SomeEntries.Ledger(3);

    private static readonly byte[][] Lines = [.. Entries.Select(entry => LedgerEntryJson.Write(entry).Append((byte)'\n').ToArray())];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cut_at_any_byte_of_its_last_entry_it_starts_and_the_torn_tail_is_kept_aside()
    {
        for (var length = 1; length < Lines[2].Length; length++)
        {
            var tail = Lines[2][..length];
            var disk = Disk([.. Lines[0], .. Lines[1], .. tail]);
            var log = new KeptLog();

            using var writer = JournalWriter.Open(disk, log);

            Assert.Equal(2, (await writer.ReadAsync(0, Token)).Entries.Count);
            Assert.Equal(tail, disk.Content("ledger.torn-1.jsonl"));
            Assert.Equal([.. Lines[0], .. Lines[1]], disk.Content(JournalContent.FileName));
            var (level, text) = Assert.Single(log.Lines);
            Assert.Equal(LogLevel.Warning, level);
            Assert.Contains("in the middle of line 3", text, StringComparison.Ordinal);
            Assert.Equal(AppendResult.Appended, await writer.AppendAsync(Entries[2], Token));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task The_same_on_a_real_disk(int length)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.Journal, [.. Lines[0], .. Lines[1][..length]], Token);
        await File.WriteAllTextAsync(folder.In("ledger.torn-1.jsonl"), "An earlier one.", Token);

        using (JournalLedger.Open(folder.Path, TimeProvider.System, new KeptLog()))
        {
            Assert.Equal(Lines[0], await File.ReadAllBytesAsync(folder.Journal, Token));
            Assert.Equal(Lines[1][..length], await File.ReadAllBytesAsync(folder.In("ledger.torn-2.jsonl"), Token));
        }
    }

    [Fact]
    public void One_changed_byte_anywhere_is_refused_with_its_line()
    {
        byte[] whole = [.. Lines.SelectMany(line => line)];
        var line = 1;
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var changed in Changes(whole[at]))
            {
                byte[] damaged = [.. whole];
                damaged[at] = changed;
                AssertRefused(damaged, line, $"byte {at} {(char)whole[at]} became {changed}");
            }

            line += whole[at] == '\n' ? 1 : 0;
        }
    }

    [Theory]
    [InlineData("{\"actor\":{\"role\":\"sys\n", 1)]
    [InlineData("\n", 1)]
    [InlineData("[", 1)]
    [InlineData("\0\0\0\0", 1)]
    [InlineData("{\"x\":1", 1)]
    [InlineData("{\"actor\":{\"role\":\"system\"}}", 1)]
    public void What_no_interrupted_write_leaves_is_refused(string content, int line) =>
        AssertRefused(Encoding.UTF8.GetBytes(content), line, content);

    [Fact]
    public void A_line_that_was_left_out_or_doubled_is_refused()
    {
        AssertRefused([.. Lines[0], .. Lines[2]], 2, "left out");
        AssertRefused([.. Lines[1], .. Lines[2]], 1, "left out");
        AssertRefused([.. Lines[0], .. Lines[1], .. Lines[1]], 3, "doubled");
        AssertRefused([.. Lines[0], .. Lines[1], .. Lines[0][..^1]], 3, "another whole entry without end");
    }

    [Fact]
    public void A_body_that_is_gone_without_a_redaction_is_refused()
    {
        var stripped = LedgerEntryJson.Write(Entries[1].ForAudience(CodeLists.Audience.Government));

        AssertRefused([.. Lines[0], .. stripped, (byte)'\n', .. Lines[2]], 2, "no body");
    }

    [Fact]
    public void A_refusal_names_the_file_the_line_and_what_to_do()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Journal, [.. Lines[0], .. Lines[2]]);

        var refused = Assert.Throws<StorageRefusedException>(() => JournalLedger.Open(folder.Path, TimeProvider.System, new KeptLog()));

        Assert.Equal(
            $"The ledger {folder.Journal} is damaged at line 2. Entry 3: number 2 belongs here. Nothing was changed. "
            + "Keep the damaged file, and put the last good copy of it in its place.",
            refused.Message);
        Assert.Throws<StorageRefusedException>(() => new JournalReader(folder.Path));
    }

    private static void AssertRefused(byte[] content, int line, string what)
    {
        var disk = Disk(content);
        var refused = Assert.Throws<StorageRefusedException>(() => JournalWriter.Open(disk, new KeptLog()));
        Assert.True(refused.Message.Contains($"is damaged at line {line}.", StringComparison.Ordinal), $"{what}: {refused.Message}");
        Assert.Equal(0, disk.Operations);
        Assert.Equal([JournalContent.FileName], disk.Names);
    }

    /// <summary>A flipped bit, the neighbours, and the bytes that mean something in JSON lines.</summary>
    private static IEnumerable<byte> Changes(byte original) =>
        new[] { (byte)(original ^ 1), (byte)(original ^ 0x20), (byte)(original ^ 0x80), (byte)0, (byte)'\n', (byte)' ', (byte)'"', (byte)'0', (byte)'}' }
            .Distinct().Where(changed => changed != original);

    private static SimulatedDisk Disk(byte[] content)
    {
        var disk = new SimulatedDisk();
        disk.Put(JournalContent.FileName, content);
        return disk;
    }
}
