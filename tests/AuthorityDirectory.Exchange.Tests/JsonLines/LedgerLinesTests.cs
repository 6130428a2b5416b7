using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.JsonLines;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Exchange.Tests.JsonLines;

public sealed class LedgerLinesTests
{
    private static readonly IProgress<long> Nobody = new Progress<long>();

    private static readonly IReadOnlyList<LedgerEntry> Ledger = Redacted();

    /// <summary>Each spoils the lines of a whole ledger of six entries, of which the last redacts a part of the second.</summary>
    public static TheoryData<string, Func<string[], string>, long, string> Spoilt => new()
    {
        { "a changed word", lines => Join(lines.With(2, lines[2].Replace("Example", "Exampel", StringComparison.Ordinal))), 3, "hash" },
        { "a changed hash", lines => Join(lines.With(3, lines[3].Replace("\"hash\":\"", "\"hash\":\"0", StringComparison.Ordinal))), 4, "hash" },
        { "a missing line", lines => Join([.. lines[..1], .. lines[2..]]), 2, "number 2 belongs here" },
        { "lines in another order", lines => Join([lines[1], lines[0], .. lines[2..]]), 1, "number 1 belongs here" },
        { "no JSON", lines => Join(lines.With(4, "entry")), 5, "does not hold an entry" },
        { "an empty line", lines => Join(lines.With(0, "")), 1, "does not hold an entry" },
        { "another form of the same JSON", lines => Join(lines.With(0, lines[0].Replace("{\"actor\"", "{ \"actor\"", StringComparison.Ordinal))), 1, "canonical" },
        { "ends of lines from Windows", lines => string.Join("\r\n", lines) + "\r\n", 1, "canonical" },
        { "a byte order mark", lines => '\uFEFF' + Join(lines), 1, "does not hold an entry" },
        { "a cut last line", lines => Join(lines)[..^40], 6, "no end" },
        { "no end of the last line", lines => Join(lines)[..^1], 6, "no end" },
        { "a line beyond measure", lines => Join(lines[..2]) + new string('x', LedgerLimits.EntryBytes + 1), 3, "longer than an entry" },
        { "the redacting entry gone", lines => Join(lines[..5]), 2, "no later entry redacts it" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task The_first_broken_entry_is_named(string what, Func<string[], string> spoil, long place, string wrong)
    {
        var lines = (await TextAsync(Ledger, Audience.Secretariat)).TrimEnd('\n').Split('\n');

        var reading = await ReadAsync(spoil(lines));

        Assert.True(reading.Break is not null, what);
        Assert.Equal(place, reading.Break.Place);
        Assert.Contains(wrong, reading.Break.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_reads_as_the_same_entries()
    {
        var reading = await ReadAsync(await TextAsync(Ledger, Audience.Secretariat));

        Assert.Null(reading.Break);
        Assert.Equal(Ledger.Select(LedgerEntryJson.Write), reading.Entries.Select(LedgerEntryJson.Write));
        Assert.Equal((Ledger[^1].Hash, 1), (reading.HeadHash, reading.AbsentBodies));
    }

    [Theory]
    [InlineData(Audience.Public, false, false)]
    [InlineData(Audience.Government, true, false)]
    [InlineData(Audience.Secretariat, true, true)]
    public async Task An_export_holds_what_its_audience_may_see_and_verifies(Audience audience, bool government, bool secretariat)
    {
        var text = await TextAsync(SomeEntries.Ledger(3), audience);

        Assert.Equal(government, text.Contains(Some.GovernmentContact, StringComparison.Ordinal));
        Assert.Equal(secretariat, text.Contains(Some.SecretariatContact, StringComparison.Ordinal));
        Assert.Null((await ReadAsync(text, audience)).Break);
    }

    [Fact]
    public async Task An_export_that_shows_too_much_for_its_audience_is_broken() =>
        Assert.Equal(1, (await ReadAsync(await TextAsync(Ledger, Audience.Government), Audience.Public)).Break?.Place);

    [Fact]
    public async Task A_public_export_is_no_whole_ledger() =>
        Assert.Equal(1, (await ReadAsync(await TextAsync(Ledger, Audience.Public))).Break?.Place);

    [Fact]
    public async Task A_body_that_a_later_line_redacts_is_taken_away_on_reading()
    {
        List<LedgerEntry> entries = [.. SomeEntries.Ledger(2)];
        entries.Add(SomeEntries.Redacting(entries[1], entries[0], Audience.Secretariat));

        var reading = await ReadAsync(await TextAsync(entries, Audience.Secretariat));

        Assert.Null(reading.Break);
        Assert.Equal(1, reading.AbsentBodies);
        Assert.Null(reading.Entries[0].Changes[0].Parts[2].Body);
    }

    [Fact]
    public async Task A_ledger_in_a_store_reads_as_its_lines_do()
    {
        var ledger = new InMemoryLedger();
        foreach (var entry in SomeEntries.Ledger(600))
        {
            await ledger.AppendAsync(entry, TestContext.Current.CancellationToken);
        }

        var reading = await LedgerReader.ReadAsync(ledger, Nobody, TestContext.Current.CancellationToken);

        Assert.Equal((600, null), (reading.Entries.Count, reading.Break));
        Assert.Equal(reading.HeadHash, (await ReadAsync(await TextAsync(reading.Entries, Audience.Public), Audience.Public)).HeadHash);
    }

    [Fact]
    public async Task Nothing_at_all_is_an_empty_ledger()
    {
        var reading = await ReadAsync("");

        Assert.Equal((0, null, LedgerChain.Beginning), (reading.Entries.Count, reading.Break, reading.HeadHash));
    }

    private static IReadOnlyList<LedgerEntry> Redacted()
    {
        var entries = SomeEntries.Ledger(5);
        var redacting = SomeEntries.Redacting(entries[^1], entries[1], Audience.Government);
        var redactions = new LedgerRedactions();
        redactions.Add(redacting);
        return [.. entries.Select(redactions.Apply), redacting];
    }

    private static async Task<string> TextAsync(IReadOnlyList<LedgerEntry> entries, Audience audience)
    {
        using var stream = new MemoryStream();
        await LedgerLines.WriteAsync(entries, audience, stream, Nobody, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Task<LedgerReading> ReadAsync(string text, Audience audience = Audience.Secretariat) =>
        LedgerReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), audience, Nobody, TestContext.Current.CancellationToken);

    private static string Join(string[] lines) => string.Join('\n', lines) + "\n";
}

file static class LineExtensions
{
    public static string[] With(this string[] lines, int index, string line) => [.. lines[..index], line, .. lines[(index + 1)..]];
}
