using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Coverage;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Coverage;

public sealed class CoverageCountTests
{
    private static readonly DateOnly Today = new(2026, 3, 15);

    private static readonly DirectoryView View = TrialDirectory.View(Today,
    [
        Some.State("AT"),
        Some.State("BR") with { RegionalGroup = RegionalGroup.LatinAmericanAndCaribbean },
        Some.State("KE") with { RegionalGroup = RegionalGroup.African },
        Some.State("EU") with { RegionalGroup = null, Kind = StateKind.RegionalOrganization },
        Some.State("SO") with { RegionalGroup = RegionalGroup.African, ConventionStatus = ConventionStatus.Signatory },
        Designated("AT-001", Some.Designation("AT-001-d1"), Some.Designation("AT-001-d2")),
        Designated("AT-002", Some.Designation("AT-002-d1"), Some.Designation("AT-002-d2", Function.Extradition) with { Instrument = Instrument.NotStated }),
        Designated("BR-001", Some.Designation("BR-001-d1") with { Instrument = Instrument.CybercrimeConvention }),
        Designated("KE-001", Some.Designation("KE-001-d1") with { ValidTo = Today.AddDays(-1) }),
        Designated("SO-001", Some.Designation("SO-001-d1")),
    ]);

    [Fact]
    public void A_party_counts_once_for_a_function_however_many_of_its_authorities_have_it() =>
        Assert.Equal(new FunctionCoverage(Function.MutualLegalAssistance, 1, 2, 4), CoverageCount.ByFunction(View)[0]);

    [Fact]
    public void An_instrument_that_is_not_stated_is_not_the_Convention() =>
        Assert.Equal(new FunctionCoverage(Function.Extradition, 0, 1, 4), CoverageCount.ByFunction(View)[1]);

    [Fact]
    public void Groups_add_up_to_the_whole()
    {
        var groups = CoverageCount.ByRegionalGroup(View);

        Assert.Equal([RegionalGroup.African, RegionalGroup.AsiaPacific, RegionalGroup.EasternEuropean, RegionalGroup.LatinAmericanAndCaribbean, RegionalGroup.WesternEuropeanAndOther, null], groups.Select(group => group.Group));
        Assert.Equal(CoverageCount.ByFunction(View), Codes.Functions.All.Select((function, i) => new FunctionCoverage(
            function, groups.Sum(g => g.Functions[i].UnderConvention), groups.Sum(g => g.Functions[i].UnderAnyInstrument), groups.Sum(g => g.Functions[i].Parties))));
    }

    private static Authority Designated(string id, params Designation[] designations) => Some.Authority(id) with { Designations = designations };
}
