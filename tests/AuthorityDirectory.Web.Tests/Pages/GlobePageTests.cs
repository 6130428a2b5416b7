using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class GlobePageTests(DirectoryWithEverything host)
{
    [Fact]
    public async Task Known_members_stand_against_the_newest_published_number_with_its_source()
    {
        var page = await host.PageAsync("/en/globe");

        Assert.StartsWith("11 of 234 known. This list is incomplete", page.Text("main > .panel > p:first-child"), StringComparison.Ordinal);
        Assert.StartsWith("Source of May 2025: public page or data set.", page.Text("main > .panel .source"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("members", 11, "Azerbaijan")]
    [InlineData("observers", 11, "Asset Recovery Inter-Agency Network for Eastern Africa (ARIN-EA)")]
    public async Task Members_and_observers_are_listed_apart_in_alphabetical_order(string section, int count, string first)
    {
        var rows = (await host.PageAsync("/en/globe")).QuerySelectorAll($"section[aria-labelledby={section}] tbody th").Select(Markup.Shown).ToList();

        Assert.Equal(count, rows.Count);
        Assert.Equal(first, rows[0]);
    }
}
