using System.Net;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class StatePageTests(DirectoryWithEverything host)
{
    [Theory]
    [InlineData("AT", "#extradition", "This directory holds no authority of Austria for extradition under the Convention; Austria may have notified one to the Secretary-General.")]
    [InlineData("US", "#prevention", "This directory holds no authority of the United States of America for prevention under the Convention; the United States of America may have notified one to the Secretary-General.")]
    [InlineData("SM", "#mla", "This directory holds no authority of San Marino for mutual legal assistance under the Convention; San Marino is not known here as a party to it.")]
    [InlineData("AT", "#globe", "This directory knows of no authority of Austria in the GlobE Network. Its list of members is incomplete.")]
    public async Task A_gap_in_the_directory_is_not_said_to_be_a_gap_of_the_State(string state, string section, string said)
    {
        var page = await host.PageAsync($"/en/states/{state}");

        Assert.Equal(said, page.Text($"{section} > .gap"));
    }

    [Theory]
    [InlineData("PL", "Designated under the Convention", "United Nations Convention against Corruption: art. 46(13)")]
    [InlineData("AL", "Under another instrument", "Convention on Cybercrime (ETS No. 185): art. 27(2)")]
    [InlineData("BR", "Under an instrument that the source does not name", "The source does not name an instrument")]
    public async Task What_a_designation_rests_on_is_its_heading_and_is_named(string state, string heading, string instrument)
    {
        var page = await host.PageAsync($"/en/states/{state}");

        Assert.Equal(heading, page.Text("#mla h3"));
        Assert.Equal(instrument, page.QuerySelectorAll("#mla dd").Select(Markup.Shown).Single(text => text == instrument));
    }

    [Fact]
    public async Task An_authority_shows_how_to_reach_it_how_fresh_it_is_and_where_this_comes_from()
    {
        var page = await host.PageAsync("/en/states/AL");

        Assert.Equal("mailto:info@drejtesia.gov.al", page.QuerySelector("#mla .reach a")?.GetAttribute("href"));
        Assert.Equal("tel:+35542230247", page.QuerySelector("#mla .reach a[href^='tel']")?.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("#mla .fresh"), said => Assert.Equal("Not confirmed by its State", said.Shown()));
        Assert.StartsWith("Source of 26 November 2014: notification or declaration to a depositary.", page.QuerySelectorAll("#mla .source")[^1].Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_details_that_rest_on_another_page_than_the_designation_say_so()
    {
        var page = await host.PageAsync("/en/states/TR");

        Assert.Equal("Where these contact details are from:", page.Text("#mla .reach ~ .hint"));
        Assert.Contains(page.QuerySelectorAll("#mla .source-note"), note => note.Shown().Contains("Contact data from https://hcch.net/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_works_inside_the_country_only_says_so_and_cannot_be_called_from_the_page()
    {
        var page = await host.PageAsync("/en/states/IQ");

        Assert.StartsWith("154 Works inside the country only", page.Text("#prevention .reach dd"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href^='tel:']"));
    }

    [Theory]
    [InlineData("AT", "Republic of Austria. Party to the Convention; in force since 10 February 2006.")]
    [InlineData("TV", "Party to the Convention.")]
    [InlineData("SY", "Signatory of the Convention, not a party.")]
    [InlineData("SM", "Republic of San Marino. Not a party to the Convention.")]
    public async Task The_standing_under_the_Convention_is_said_as_far_as_it_is_known(string state, string said)
    {
        var page = await host.PageAsync($"/en/states/{state}");

        Assert.Equal(said, page.Text(".lead"));
    }

    [Fact]
    public async Task A_designation_that_has_ended_is_not_shown_as_the_answer()
    {
        var page = await host.PageAsync("/en/states/AT");

        Assert.Empty(page.QuerySelectorAll("#extradition article"));
        Assert.NotEmpty(page.QuerySelectorAll($"#mla a[href$='{DirectoryWithEverything.WithEverything}']"));
    }

    [Fact]
    public async Task A_code_in_lower_case_moves_to_the_page_of_the_State()
    {
        using var response = await host.Client.GetAsync("/en/states/at", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/en/states/AT", response.Headers.Location?.OriginalString);
    }
}
