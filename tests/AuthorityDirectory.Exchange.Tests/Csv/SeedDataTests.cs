using System.Globalization;
using System.Runtime.CompilerServices;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Tests.Csv;

/// <summary>The committed seed data says what its README promises.</summary>
public sealed class SeedDataTests
{
    private static readonly SeedReading Seed = SeedReader.Read(SeedFolder());

    private static IReadOnlyList<State> States => [.. Seed.Records.OfType<State>()];

    private static IReadOnlyList<Authority> Authorities => [.. Seed.Records.OfType<Authority>()];

    private static IReadOnlyList<Designation> Designations => [.. Authorities.SelectMany(authority => authority.Designations)];

    private static IReadOnlyList<Membership> Memberships => [.. Seed.Records.OfType<Membership>()];

    [Fact]
    public void The_folder_reads_without_a_problem() => Assert.Empty(Seed.Problems);

    [Fact]
    public void Every_record_of_every_file_is_there()
    {
        Assert.Equal(198, States.Count);
        Assert.Equal(76, States.Sum(state => state.Aliases.Count));
        Assert.Equal(271, Authorities.Count);
        Assert.Equal(168, Authorities.Select(authority => authority.StateCode).Distinct().Count());
        Assert.Equal(107, Designations.Count);
        Assert.Equal(22, Memberships.Count);
        Assert.Equal(33, Seed.Records.OfType<Network>().Count());
        Assert.Equal(15, Seed.Records.OfType<Channel>().Count());
        Assert.Equal(15, Seed.Records.OfType<CoverageFigure>().Count());
    }

    [Fact]
    public void There_are_190_parties_one_signatory_and_seven_others()
    {
        Assert.Equal(190, States.Count(state => state.ConventionStatus == ConventionStatus.Party));
        Assert.Equal("SY", Assert.Single(States, state => state.ConventionStatus == ConventionStatus.Signatory).Code);
        Assert.Equal("AD ER KN KP MC SM VC", Codes(States.Where(state => state.ConventionStatus == ConventionStatus.NonParty)));
    }

    [Fact]
    public void A_date_that_is_not_known_is_empty_and_the_source_says_why()
    {
        var unknown = States.Where(state => state is { ConventionStatus: ConventionStatus.Party, InForceOn: null }).ToList();

        Assert.Equal("GM GQ ME NU NZ SR SS TD TO TV WS", Codes(unknown));
        Assert.All(unknown, state => Assert.Contains("not found in the pages read", state.Source.Note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("KE", "2003-12-09", "2005-12-14")]
    [InlineData("EC", "2005-09-15", "2005-12-14")]
    [InlineData("DE", "2014-11-12", "2014-12-12")]
    [InlineData("VA", "2016-09-19", "2016-10-19")]
    [InlineData("JP", "2017-07-11", "2017-08-10")]
    public void The_Convention_binds_from_the_thirtieth_day_after_the_deposit(string code, string consentOn, string inForceOn)
    {
        var state = States.Single(state => state.Code == code);

        Assert.Equal((consentOn, inForceOn), (Iso(state.ConsentOn), Iso(state.InForceOn)));
    }

    [Theory]
    [InlineData(RegionalGroup.African, 54)]
    [InlineData(RegionalGroup.AsiaPacific, 54)]
    [InlineData(RegionalGroup.EasternEuropean, 23)]
    [InlineData(RegionalGroup.LatinAmericanAndCaribbean, 33)]
    [InlineData(RegionalGroup.WesternEuropeanAndOther, 29)]
    public void The_193_Member_States_are_in_five_regional_groups(RegionalGroup group, int members) =>
        Assert.Equal(members, States.Count(state => state.RegionalGroup == group));

    [Fact]
    public void Only_the_central_authority_of_Poland_rests_on_the_Convention_itself()
    {
        var designation = Assert.Single(Designations, designation => designation.Instrument == Instrument.Uncac);

        Assert.Equal(("PL-001-d1", Function.MutualLegalAssistance, "art. 46(13)"), (designation.Id, designation.Function, designation.InstrumentNote));
        Assert.Equal(["pl", "en"], designation.AcceptedLanguages);
        Assert.Equal(ExtraditionBasis.Yes, States.Single(state => state.ExtraditionBasis != ExtraditionBasis.NotStated).ExtraditionBasis);
    }

    [Theory]
    [InlineData(Function.MutualLegalAssistance, 44)]
    [InlineData(Function.Extradition, 14)]
    [InlineData(Function.AssetRecovery, 19)]
    [InlineData(Function.Prevention, 30)]
    [InlineData(Function.CivilAndAdministrativeProceedings, 0)]
    public void An_authority_is_designated_only_for_what_its_source_states(Function function, int rows) =>
        Assert.Equal(rows, Designations.Count(designation => designation.Function == function));

    [Theory]
    [InlineData(Instrument.Untoc, 7)]
    [InlineData(Instrument.CybercrimeConvention, 23)]
    [InlineData(Instrument.OtherTreaty, 20)]
    [InlineData(Instrument.NationalLaw, 9)]
    [InlineData(Instrument.NotStated, 47)]
    public void What_rests_on_another_instrument_says_so(Instrument instrument, int rows) =>
        Assert.Equal(rows, Designations.Count(designation => designation.Instrument == instrument));

    [Fact]
    public void A_designation_takes_effect_only_on_a_day_that_its_source_states()
    {
        var designation = Assert.Single(Designations, designation => designation.ValidFrom is not null);

        Assert.Equal(("NO-001-d1", new DateOnly(2026, 1, 1)), (designation.Id, designation.ValidFrom));
    }

    [Fact]
    public void GlobE_has_eleven_members_that_are_authorities_and_eleven_observers_that_are_not()
    {
        Assert.Equal(11, Memberships.Count(membership => membership is { Kind: MembershipKind.Member, AuthorityId: not null }));
        Assert.Equal(11, Memberships.Count(membership => membership is { Kind: MembershipKind.Observer, AuthorityId: null, StateCode: null }));
        Assert.DoesNotContain(Memberships, membership => membership.Name == "Ministry of Home Affairs");
    }

    [Fact]
    public void Numbers_that_work_inside_the_country_only_say_so()
    {
        var domestic = Authorities.SelectMany(authority => authority.ContactPoints).Where(contact => contact.DialableFrom == DialableFrom.Domestic);

        Assert.Equal(["1300 489 844", "1517", "154", "1418"], domestic.Select(contact => contact.Value));
    }

    [Fact]
    public void Nothing_was_confirmed_by_a_State_and_every_contact_is_public()
    {
        Assert.All(Authorities, authority => Assert.Null(authority.ConfirmedOn));
        Assert.All(Designations, designation => Assert.Null(designation.ConfirmedOn));
        Assert.All(Authorities.SelectMany(authority => authority.ContactPoints), contact => Assert.Equal((Audience.Public, null), (contact.Visibility, contact.ConfirmedOn)));
    }

    [Fact]
    public void A_name_that_was_not_read_in_the_source_says_so() =>
        Assert.Equal(41, Authorities.Count(authority => authority.Source.Note?.EndsWith("it was not read in the source.", StringComparison.Ordinal) is true));

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string Codes(IEnumerable<State> states) => string.Join(' ', states.Select(state => state.Code).Order(StringComparer.Ordinal));

    private static string SeedFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "seed-data"));
}
