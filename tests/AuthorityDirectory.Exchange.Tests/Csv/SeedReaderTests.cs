using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Exchange.Tests.Support;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Tests.Csv;

public sealed class SeedReaderTests : IDisposable
{
    private readonly SmallSeed _seed = new();

    public void Dispose() => _seed.Dispose();

    [Fact]
    public void What_is_referred_to_comes_before_what_refers() =>
        Assert.Equal(
            ["globe", "diplomatic", "email", "mla-2021-08", "AT", "SY", "AT-001", "AT-002", "globe-001", "globe-002"],
            SeedReader.Read(_seed.Folder).Records.Select(record => record.Key));

    [Fact]
    public void A_row_becomes_a_record_with_its_source()
    {
        var authority = Records<Authority>().First();

        Assert.Equal(("Bundesministerium für Justiz", "de"), (authority.NativeName, authority.NativeNameLanguage));
        Assert.Equal(["Ministry of Justice", "Chancellery"], authority.FormerNames);
        Assert.Equal(["Museumstrasse 7", "Department IV 4"], authority.Address.Lines);
        Assert.Equal(
            new Source(SourceKind.DepositaryNotification, "Declarations", "https://treaties.example", new(2012, 6, 1), DatePrecision.Month, "A note. The name in the national language is as commonly known; it was not read in the source."),
            authority.Source);
    }

    [Fact]
    public void The_email_and_telephone_of_an_authority_become_its_contact_points()
    {
        var contacts = Records<Authority>().SelectMany(authority => authority.ContactPoints);

        Assert.Equal(
            [
                new() { Id = "AT-001-c1", Kind = ContactKind.Email, Value = "office@justice.example" },
                new() { Id = "AT-001-c2", Kind = ContactKind.Phone, Value = "+43 1 52152-0" },
                new ContactPoint { Id = "AT-002-c1", Kind = ContactKind.Phone, Value = "1517", DialableFrom = DialableFrom.Domestic },
            ],
            contacts,
            (one, other) => one with { Languages = other.Languages } == other);
    }

    [Fact]
    public void A_designation_belongs_to_its_authority_and_an_alias_to_its_State()
    {
        Assert.Equal(["AT-001-d1", "AT-001-d2"], Records<Authority>().First().Designations.Select(designation => designation.Id));
        Assert.Equal(new Alias("de", "Österreich"), Assert.Single(Records<State>().First().Aliases));
    }

    [Fact]
    public void Lines_may_end_in_CRLF_and_a_byte_order_mark_does_no_harm()
    {
        foreach (var file in SeedReader.Files)
        {
            _seed.Write(file, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", _seed.Lines(file)))]);
        }

        Assert.Empty(SeedReader.Read(_seed.Folder).Problems);
    }

    [Fact]
    public void A_quoted_cell_may_hold_commas_and_quotation_marks()
    {
        _seed.SetCell("networks.csv", 2, "description", "\"The \"\"Network\"\", in short\"");

        Assert.Equal("The \"Network\", in short", Assert.Single(Records<Network>()).Description);
    }

    private IEnumerable<T> Records<T>() => SeedReader.Read(_seed.Folder).Records.OfType<T>();
}
