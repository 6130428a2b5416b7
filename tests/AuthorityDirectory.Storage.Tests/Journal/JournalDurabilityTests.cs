using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Storage.Tests.Journal;

/// <summary>What was acknowledged is never lost, whatever the disk does at whatever moment.</summary>
public sealed class JournalDurabilityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_disk_that_drops_what_was_not_synced_loses_nothing_acknowledged(int seed)
    {
        var random = new Random(seed);
        for (var ledger = 0; ledger < 40; ledger++)
        {
            var disk = new SimulatedDisk();
            var acts = new Acts(random);
            for (var cut = 0; cut < 8; cut++)
            {
                var last = disk.Operations + random.Next(40);
                disk.Before = operation => Stop(operation >= last);
                await acts.GoOnAsync(disk, Token);
                disk = disk.AfterPowerCut(random);
                await acts.AssertKeptAsync(disk, Token);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_operation_that_fails_loses_nothing_acknowledged_whichever_it_is(bool forEver)
    {
        var operations = 1;
        for (var failing = 0; failing < operations; failing++)
        {
            var random = new Random(failing);
            var disk = new SimulatedDisk();
            var acts = new Acts(random);
            var first = failing;
            disk.Before = operation => Fail(operation == first || (forEver && operation > first));

            await acts.GoOnAsync(disk, Token, until: 8);

            operations = Math.Max(operations, disk.Operations);
            await acts.AssertKeptAsync(disk.AfterPowerCut(random), Token);
        }
    }

    [Fact]
    public async Task After_a_failed_write_reading_goes_on_and_writing_resumes()
    {
        var disk = new SimulatedDisk();
        var entries = SomeEntries.Ledger(3);
        using var writer = JournalWriter.Open(disk, new KeptLog());
        await writer.AppendAsync(entries[0], Token);
        var written = disk.Content(JournalContent.FileName);

        var full = disk.Operations;
        disk.Before = operation => Fail(operation == full);
        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await writer.AppendAsync(entries[1], Token));

        Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.RetryAfter);
        Assert.Equal(written, disk.Content(JournalContent.FileName));
        Assert.Single((await writer.ReadAsync(0, Token)).Entries);
        Assert.Equal(AppendResult.Appended, await writer.AppendAsync(entries[1], Token));
        Assert.Equal(AppendResult.Appended, await writer.AppendAsync(entries[2], Token));
    }

    [Fact]
    public async Task When_the_file_cannot_be_brought_back_it_is_read_only_until_the_next_start()
    {
        var disk = new SimulatedDisk();
        var log = new KeptLog();
        var entries = SomeEntries.Ledger(2);
        using var writer = JournalWriter.Open(disk, log);
        await writer.AppendAsync(entries[0], Token);

        var failing = disk.Operations;
        disk.Before = operation => Fail(operation >= failing);
        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await writer.AppendAsync(entries[1], Token));
        disk.Before = _ => { };

        Assert.Equal(AppendResult.ReadOnly, await writer.AppendAsync(entries[1], Token));
        Assert.Single((await writer.ReadAsync(0, Token)).Entries);
        Assert.Contains(log.Lines, line => line.Text.Contains("takes no entries until the directory is restarted", StringComparison.Ordinal));
        using var restarted = JournalWriter.Open(disk, log);
        Assert.Equal(AppendResult.Appended, await restarted.AppendAsync(entries[1], Token));
    }

    [Fact]
    public async Task A_redacted_body_that_could_not_be_taken_away_goes_with_the_next_entry()
    {
        var disk = new SimulatedDisk();
        var entries = SomeEntries.Ledger(1);
        using var writer = JournalWriter.Open(disk, new KeptLog());
        await writer.AppendAsync(entries[0], Token);
        var redacting = SomeEntries.Redacting(entries[0], entries[0], Audience.Government);
        var salt = entries[0].Changes[0].Parts[1].Salt!;

        // Two operations append the entry; the third begins the new file.
        var failing = disk.Operations + 2;
        disk.Before = operation => Fail(operation == failing);
        Assert.Equal(AppendResult.Appended, await writer.AppendAsync(redacting, Token));
        Assert.Null((await writer.ReadAsync(0, Token)).Entries[0].Changes[0].Parts[1].Body);
        Assert.Contains(salt, Text(disk), StringComparison.Ordinal);

        Assert.Equal(AppendResult.Appended, await writer.AppendAsync(SomeEntries.After(redacting), Token));
        Assert.DoesNotContain(salt, Text(disk), StringComparison.Ordinal);
    }

    private static string Text(SimulatedDisk disk) => System.Text.Encoding.UTF8.GetString(disk.Content(JournalContent.FileName));

    private static void Stop(bool now)
    {
        if (now)
        {
            throw new PowerCutException();
        }
    }

    private static void Fail(bool now)
    {
        if (now)
        {
            throw new IOException("No space left on device");
        }
    }

    /// <summary>A writer that appends and now and then redacts, and remembers what was acknowledged.</summary>
    private sealed class Acts(Random random)
    {
        private readonly List<string> _acknowledged = [];
        private readonly HashSet<string> _redactedSalts = [];

        public async Task GoOnAsync(SimulatedDisk disk, CancellationToken token, int until = int.MaxValue)
        {
            try
            {
                using var writer = JournalWriter.Open(disk, new KeptLog());
                var entries = await AllAsync(writer, token);
                for (var done = 0; done < until; done++)
                {
                    var entry = Next(entries);
                    if (await AppendedAsync(writer, entry, token))
                    {
                        entries.Add(entry);
                        Acknowledge(entries, entry);
                    }
                }
            }
            catch (Exception error) when (error is PowerCutException or IOException)
            {
                // The process ends here, or never came up.
            }
        }

        public async Task AssertKeptAsync(SimulatedDisk disk, CancellationToken token)
        {
            using var writer = JournalWriter.Open(disk, new KeptLog());
            var entries = await AllAsync(writer, token);
            var text = Text(disk);

            Assert.Equal(_acknowledged, entries.Take(_acknowledged.Count).Select(entry => entry.AppendId));
            Assert.All(_redactedSalts, salt => Assert.DoesNotContain(salt, text, StringComparison.Ordinal));

            // What was not acknowledged may be there too, and is from now on.
            foreach (var entry in entries.Skip(_acknowledged.Count))
            {
                Acknowledge(entries, entry);
            }
        }

        private static async Task<bool> AppendedAsync(JournalWriter writer, LedgerEntry entry, CancellationToken token)
        {
            try
            {
                return await writer.AppendAsync(entry, token) == AppendResult.Appended;
            }
            catch (LedgerUnavailableException)
            {
                return false;
            }
        }

        private LedgerEntry Next(List<LedgerEntry> entries)
        {
            var earlier = entries.Where(entry => entry.Changes.Count > 0).ToArray();
            return earlier.Length > 0 && random.Next(4) == 0
                ? SomeEntries.Redacting(entries[^1], earlier[random.Next(earlier.Length)], Audience.Government)
                : SomeEntries.After(entries.LastOrDefault());
        }

        private void Acknowledge(List<LedgerEntry> entries, LedgerEntry entry)
        {
            _acknowledged.Add(entry.AppendId);
            foreach (var redaction in entry.Redacts)
            {
                _redactedSalts.UnionWith(entries[(int)redaction.Sequence - 1].Changes[0].Parts.Where(part => part.Audience == redaction.Audience).Select(part => part.Salt).OfType<string>());
            }
        }

        private static async Task<List<LedgerEntry>> AllAsync(JournalWriter writer, CancellationToken token) =>
            [.. (await writer.ReadAsync(0, token)).Entries];
    }
}
