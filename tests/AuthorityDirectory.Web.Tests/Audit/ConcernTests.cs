using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Audit;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Audit;

public sealed class ConcernTests(SeededDirectory directory)
{
    [Theory]
    [InlineData("PL-001", "PL-001", Concern.Named)]
    [InlineData("PL-001", "PL", Concern.Named)]
    [InlineData("PL-001", "PL-001-c1", Concern.Possible)]
    [InlineData("PL", "PL-001", Concern.Possible)]
    [InlineData("PL-002", "PL-001", Concern.None)]
    [InlineData("PL-0011", "PL-001", Concern.None)]
    [InlineData("FR", "PL", Concern.None)]
    [InlineData("manage/PL/history", "PL", Concern.Named)]
    [InlineData("manage/FR/history?back=PL", "PL", Concern.Named)]
    [InlineData("manage/FR/history", "PL-001", Concern.None)]
    [InlineData("review", "PL-001", Concern.Possible)]
    [InlineData("Authorities('PL-001')/ContactPoints", "PL-001", Concern.Named)]
    [InlineData("Authorities(%27PL-001%27)", "PL-001", Concern.Named)]
    [InlineData("Authorities('PL-002')?$expand=State($expand=Authorities)", "PL-001", Concern.Possible)]
    [InlineData("Authorities('FR-001')", "PL-001", Concern.None)]
    [InlineData("Authorities(@a)?@a='PL-001'", "PL-001", Concern.Named)]
    [InlineData("ContactPoints?$filter=StateCode ne 'FR'", "PL-001", Concern.Possible)]
    [InlineData("ContactPoints", "PL", Concern.Possible)]
    public void What_was_shown_concerns_a_record_when_it_names_it_and_may_when_it_names_nothing(string what, string record, Concern concern) =>
        Assert.Equal(concern, Concerns.Of(what, record, directory.Services.GetRequiredService<CurrentSnapshot>().Value.Register));

    [Fact]
    public void Whatever_else_is_said_of_it_a_record_concerns_itself()
    {
        var snapshot = directory.Services.GetRequiredService<CurrentSnapshot>().Value;
        Assert.All(snapshot.View(Audience.Public).Authorities, entry => Assert.Equal(Concern.Named, Concerns.Of(entry.Record.Id, entry.Record.Id, snapshot.Register)));
    }
}
