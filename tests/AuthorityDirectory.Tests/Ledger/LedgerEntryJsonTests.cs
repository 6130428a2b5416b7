using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Ledger;

public sealed class LedgerEntryJsonTests
{
    /// <summary>The stored form: it is on disk for decades and does not change.</summary>
    private const string Stored =
        """
        {"actor":{"id":"account-1","role":"secretariat"},"appendId":"a1","batch":{"id":"b1","of":2,"part":1},"changes":[{"id":"AT-001","kind":"authority.v1","parts":[{"audience":"public","body":{"city":"Zürich","name":"Ministry"},"hash":"05bf966fdf0a4edcef4e4cafc289491bc73367ee5e4371f2bf58e6ff45d31294","salt":"000102030405060708090a0b0c0d0e0f"},{"audience":"secretariat","hash":"00000000000000000000000000000000000000000000000000000000000000aa"}],"revision":2}],"hash":"HASH","previousHash":"0000000000000000000000000000000000000000000000000000000000000000","reason":"A \"note\"","recordedAt":"2026-01-31T09:30:00.123Z","redacts":[{"audience":"government","ground":"Asked for","id":"AT-002","kind":"authority.v1","sequence":1}],"sequence":7,"source":{"asOf":"2025-03-01","asOfPrecision":"month","kind":"note-verbale","note":"N","reference":"R/1","url":"https://example.org/list"}}
        """;

    private static LedgerEntry Full { get; } = LedgerChain.Seal(
        new LedgerEntry
        {
            Sequence = 7,
            AppendId = "a1",
            Batch = new BatchPart("b1", 1, 2),
            RecordedAt = new DateTimeOffset(2026, 1, 31, 10, 30, 0, 123, TimeSpan.FromHours(1)).AddTicks(4567),
            Actor = new Actor(ActorRole.Secretariat, "account-1"),
            Source = new Source(SourceKind.NoteVerbale, "R/1", "https://example.org/list", new DateOnly(2025, 3, 1), DatePrecision.Month, "N"),
            Reason = "A \"note\"",
            Changes =
            [
                new RecordChange("authority.v1", "AT-001", 2,
                [
                    LedgerChain.SealPart(Audience.Public, """{ "name": "Ministry", "city": "Z\u00fcrich" }"""u8, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]),
                    new RecordPart(Audience.Secretariat, null, new string('0', 62) + "aa", null),
                ]),
            ],
            Redacts = [new Redaction(1, "authority.v1", "AT-002", Audience.Government, "Asked for")],
            PreviousHash = "",
            Hash = "",
        },
        previous: null);

    [Fact]
    public void An_entry_is_stored_as_one_canonical_line() =>
        Assert.Equal(Stored.Replace("HASH", Full.Hash, StringComparison.Ordinal), Text(LedgerEntryJson.Write(Full)));

    [Fact]
    public void The_hash_of_an_entry_covers_hashes_in_place_of_salts_and_bodies()
    {
        var hashed = Text(LedgerEntryJson.WriteForHash(Full));

        Assert.Contains("""{"audience":"public","hash":"05bf966fdf0a4edc""", hashed, StringComparison.Ordinal);
        Assert.DoesNotContain("Ministry", hashed, StringComparison.Ordinal);
        Assert.DoesNotContain(Full.Hash, hashed, StringComparison.Ordinal);
        Assert.Equal("8a655968221eab4815703a59d434b229323e625b20fcec96ab1ea76567417fe5", Full.Hash);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var written = LedgerEntryJson.Write(Full);

        Assert.Equal(written, LedgerEntryJson.Write(LedgerEntryJson.Read(written)));
    }

    [Theory]
    [InlineData("\"sequence\":7", "\"sequence\": 7")]
    [InlineData("\"sequence\":7", "\"sequence\":7.5")]
    [InlineData("\"sequence\":7,", "")]
    [InlineData("\"reason\":\"A", "\"more\":1,\"reason\":\"A")]
    [InlineData("\"role\":\"secretariat\"", "\"role\":\"Secretariat\"")]
    [InlineData("\"role\":\"secretariat\"", "\"role\":\"king\"")]
    [InlineData("09:30:00.123Z", "09:30:00.12Z")]
    [InlineData("2025-03-01", "2025-02-30")]
    [InlineData("{\"city\":\"Zürich\",\"name\":\"Ministry\"}", "{\"name\":\"Ministry\",\"city\":\"Zürich\"}")]
    [InlineData("\"revision\":2", "\"revision\":\"2\"")]
    [InlineData("\"redacts\":[{", "\"redacts\":[null,{")]
    [InlineData("\"reason\":\"A \\\"note\\\"\"", "\"reason\":null")]
    public void A_line_in_any_other_form_is_refused(string part, string replacement)
    {
        Assert.Contains(part, Stored, StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => LedgerEntryJson.Read(Encoding.UTF8.GetBytes(Stored.Replace(part, replacement, StringComparison.Ordinal))));
    }

    private static string Text(byte[] line) => Encoding.UTF8.GetString(line);
}
