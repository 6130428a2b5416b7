using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Ledger;

public sealed class LedgerChainTests
{
    private static readonly IReadOnlyList<LedgerEntry> Entries = SomeEntries.Ledger(2);

    public static TheoryData<string, Func<LedgerEntry, LedgerEntry>> Forgeries => new()
    {
        { "its hash does not fit its content", entry => entry with { Reason = "Another reason." } },
        { "its hash does not fit its content", entry => entry with { Actor = new Actor(ActorRole.FocalPoint, "account-1") } },
        { "its hash does not fit its content", entry => entry with { Changes = [entry.Changes[0] with { Revision = 2 }] } },
        { "its hash does not fit its content", entry => entry with { Changes = [] } },
        { "number 2 belongs here", entry => LedgerChain.Seal(entry with { Sequence = 3 }, Entries[0]) },
        { "the hash of the entry before it does not fit", entry => LedgerChain.SealAfter(entry, LedgerChain.Beginning) },
        { "recorded before the entry before it (2026-01-31T09:29:59.999Z before 2026-01-31T09:30:00.000Z)", entry => Reseal(entry with { RecordedAt = Entries[0].RecordedAt.AddMilliseconds(-1) }) },
        { "not in UTC to the millisecond", entry => entry with { RecordedAt = entry.RecordedAt.AddTicks(1) } },
        { "not in UTC to the millisecond", entry => entry with { RecordedAt = entry.RecordedAt.ToOffset(TimeSpan.FromHours(1)) } },
        { "no append id", entry => Reseal(entry with { AppendId = "" }) },
        { "part 3 of 2 is no place in a batch", entry => Reseal(entry with { Batch = new BatchPart("b", 3, 2) }) },
        { "it redacts what is not before it", entry => Reseal(entry with { Redacts = [new Redaction(2, "authority.v1", "AT-002", Audience.Public, "Itself.")] }) },
        { "authority.v1 AT-002 has no parts", entry => WithParts(entry, _ => []) },
        { "are not one for each audience", entry => WithParts(entry, parts => [parts[1], parts[0]]) },
        { "are not one for each audience", entry => WithParts(entry, parts => [parts[0], parts[0]]) },
        { "the public part of authority.v1 AT-002 has only one of salt and body", entry => WithPart(entry, part => part with { Salt = null }) },
        { "the public part of authority.v1 AT-002 has only one of salt and body", entry => WithPart(entry, part => part with { Body = null }) },
        { "has no proper hash", entry => WithPart(entry, part => part with { Hash = part.Hash.ToUpperInvariant() }) },
        { "has no proper salt", entry => WithPart(entry, part => part with { Salt = part.Salt![1..] }) },
        { "has a body that is not canonical JSON", entry => WithPart(entry, part => part with { Body = "{ }"u8.ToArray() }) },
        { "has a hash that does not fit its salt and body", entry => WithPart(entry, part => part with { Body = "{}"u8.ToArray() }) },
        { "has a hash that does not fit its salt and body", entry => WithPart(entry, part => part with { Salt = new string('0', 32) }) },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_forged_entry_is_named_with_what_is_wrong(string expected, Func<LedgerEntry, LedgerEntry> forge)
    {
        Assert.Null(LedgerChain.Fault(Entries[1], Entries[0]));

        var fault = LedgerChain.Fault(forge(Entries[1]), Entries[0])?.ToString();

        Assert.StartsWith("Entry ", fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chain_holds_whatever_bodies_are_withheld() =>
        Assert.All(Enum.GetValues<Audience>(), audience => Assert.Null(LedgerChain.Fault(Entries[1].ForAudience(audience), Entries[0].ForAudience(Audience.Public))));

    [Fact]
    public void The_same_body_has_another_hash_with_another_salt() =>
        Assert.NotEqual(
            LedgerChain.SealPart(Audience.Public, "{}"u8, Some.Salt()).Hash,
            LedgerChain.SealPart(Audience.Public, "{}"u8, Some.Salt()).Hash);

    [Fact]
    public void A_salt_has_sixteen_bytes() =>
        Assert.Throws<ArgumentException>(() => LedgerChain.SealPart(Audience.Public, "{}"u8, new byte[15]));

    private static LedgerEntry Reseal(LedgerEntry entry) => LedgerChain.Seal(entry, Entries[0]);

    private static LedgerEntry WithPart(LedgerEntry entry, Func<RecordPart, RecordPart> change) =>
        WithParts(entry, parts => [change(parts[0]), .. parts.Skip(1)]);

    private static LedgerEntry WithParts(LedgerEntry entry, Func<IReadOnlyList<RecordPart>, IReadOnlyList<RecordPart>> change) =>
        Reseal(entry with { Changes = [entry.Changes[0] with { Parts = change(entry.Changes[0].Parts) }] });
}
