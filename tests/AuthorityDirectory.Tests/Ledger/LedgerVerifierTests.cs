using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Tests.Ledger;

public sealed class LedgerVerifierTests
{
    [Fact]
    public void A_public_export_verifies_on_its_own_and_holds_nothing_restricted() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var entries = RandomLedger(new Random(seed));
            var export = entries.Select(entry => LedgerEntryJson.Write(entry.ForAudience(Audience.Public))).ToArray();
            var bytes = Encoding.UTF8.GetString([.. export.SelectMany(line => line)]);
            return Verify(export.Select(line => LedgerEntryJson.Read(line)), Audience.Public) is null
                && Restricted(entries).All(value => !bytes.Contains(value, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_export_verifies_for_its_own_audience_only()
    {
        var entries = SomeEntries.Ledger(3);

        foreach (var audience in Enum.GetValues<Audience>())
        {
            var export = entries.Select(entry => entry.ForAudience(audience)).ToArray();
            Assert.Equal([audience], Enum.GetValues<Audience>().Where(claimed => Verify(export, claimed) is null));
        }
    }

    [Fact]
    public void A_missing_body_is_damage_unless_a_later_entry_redacts_it()
    {
        var entries = SomeEntries.Ledger(3);
        LedgerEntry[] stripped = [entries[0], Without(entries[1], Audience.Government), entries[2]];
        LedgerEntry[] redacted = [.. stripped, SomeEntries.Redacting(entries[2], entries[1], Audience.Government)];
        LedgerEntry[] otherwise = [.. stripped, SomeEntries.Redacting(entries[2], entries[1], Audience.Public)];

        Assert.Equal("Entry 2: the government part of authority.v1 AT-002 has no body, and no later entry redacts it.", Verify(stripped));
        Assert.Null(Verify(redacted));
        Assert.NotNull(Verify(otherwise));
    }

    [Fact]
    public void The_first_broken_entry_is_named()
    {
        var entries = SomeEntries.Ledger(5).ToArray();
        entries[2] = entries[2] with { Reason = "Another reason." };
        entries[4] = entries[4] with { Reason = "Another reason." };

        Assert.StartsWith("Entry 3:", Verify(entries), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_is_left_out_is_missed()
    {
        var entries = SomeEntries.Ledger(4);

        Assert.StartsWith("Entry 3: number 2 belongs here", Verify(entries.Where(entry => entry.Sequence != 2)), StringComparison.Ordinal);
        Assert.StartsWith("Entry 2: number 1 belongs here", Verify(entries.Skip(1)), StringComparison.Ordinal);
    }

    private static string? Verify(IEnumerable<LedgerEntry> entries, Audience audience = Audience.Secretariat)
    {
        var verifier = new LedgerVerifier(audience);
        return (entries.Select(verifier.Add).FirstOrDefault(fault => fault is not null) ?? verifier.Complete())?.ToString();
    }

    /// <summary>Changes with any parts and, now and then, a redaction of any earlier part.</summary>
    private static List<LedgerEntry> RandomLedger(Random random)
    {
        List<LedgerEntry> entries = [];
        while (entries.Count < 12)
        {
            var previous = entries.LastOrDefault();
            var changes = Enumerable.Range(0, random.Next(1, 4)).Select(number => RandomChange(random, number)).ToArray();
            var earlier = entries.Where(entry => entry.Changes.Count > 0).ToArray();
            entries.Add(
                earlier.Length > 0 && random.Next(4) == 0
                    ? SomeEntries.Redacting(previous!, earlier[random.Next(earlier.Length)], Audience.Public)
                    : LedgerChain.Seal(SomeEntries.Draft(previous) with { Changes = changes }, previous));
        }

        var redactions = new LedgerRedactions();
        entries.ForEach(redactions.Add);
        return [.. entries.Select(redactions.Apply)];
    }

    private static RecordChange RandomChange(Random random, int number)
    {
        var audiences = Enum.GetValues<Audience>().Where(audience => audience == Audience.Public || random.Next(2) == 0);
        return new RecordChange("authority.v1", $"AT-{number:000}", 1, [.. audiences.Select(audience => Part(random, audience))]);
    }

    private static RecordPart Part(Random random, Audience audience) => LedgerChain.SealPart(
        audience,
        Some.Json(new { value = audience == Audience.Public ? "open" : $"restricted-{random.NextInt64():x}", deeper = new[] { $"restricted-{random.NextInt64():x}" }[..(audience == Audience.Public ? 0 : 1)] }),
        Some.Salt());

    private static IEnumerable<string> Restricted(IEnumerable<LedgerEntry> entries) =>
        entries.SelectMany(entry => entry.Changes).SelectMany(change => change.Parts)
            .Where(part => part.Audience != Audience.Public && part.Body is not null)
            .SelectMany(part => Encoding.UTF8.GetString(part.Body!.Value.Span).Split('"').Where(text => text.StartsWith("restricted-", StringComparison.Ordinal)).Append(part.Salt!));

    private static LedgerEntry Without(LedgerEntry entry, Audience audience) => entry with
    {
        Changes =
        [
            entry.Changes[0] with
            {
                Parts = [.. entry.Changes[0].Parts.Select(part => part.Audience == audience ? part with { Salt = null, Body = null } : part)],
            },
        ],
    };
}
