using System.Net;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class HomePageTests(DirectoryWithEverything host)
{
    [Theory]
    [InlineData("Austria", "mla", "/en/states/AT#mla")]
    [InlineData(" austria ", "extradition", "/en/states/AT#extradition")]
    [InlineData("turkiye", "asset-recovery", "/en/states/TR#asset-recovery")]
    [InlineData("Польша", "prevention", "/en/states/PL#prevention")]
    [InlineData("ivory coast", "civil-administrative", "/en/states/CI#civil-administrative")]
    [InlineData("pl", null, "/en/states/PL")]
    [InlineData("Niger", "mla", "/en/states/NE#mla")]
    public async Task A_State_and_a_function_lead_to_the_answer(string state, string? function, string expected)
    {
        using var response = await host.Client.GetAsync(
            $"/en/?state={Uri.EscapeDataString(state)}{(function is null ? "" : $"&function={function}")}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_name_that_several_States_share_gives_each_of_them_to_choose()
    {
        var page = await host.PageAsync("/en/?state=korea&function=mla");
        var offered = page.QuerySelectorAll("#problem li a").Select(link => link.GetAttribute("href")).Order();

        Assert.Equal(["/en/states/KP#mla", "/en/states/KR#mla"], offered);
    }

    [Theory]
    [InlineData("Austra", "Australia")]
    [InlineData("Nigerr", "Niger")]
    [InlineData("Dominca", "Dominica")]
    public async Task A_State_that_is_only_guessed_is_asked_about_before_anybody_is_led_to_it(string typed, string guessed)
    {
        var page = await host.PageAsync($"/en/?state={typed}&function=mla");

        Assert.Equal($"Which State do you mean by “{typed}”?", page.Text("#problem p:first-child"));
        Assert.Contains(page.QuerySelectorAll("#problem li a"), link => link.TextContent.Trim() == guessed);
    }

    [Theory]
    [InlineData("/en/?state=atlantis&function=mla", "No State is known here as “atlantis”.")]
    [InlineData("/en/?state=&function=mla", "Type the name of a State first.")]
    [InlineData("/en/?function=mla", "Type the name of a State first.")]
    public async Task What_leads_to_no_State_is_said_beside_the_field(string path, string said)
    {
        var page = await host.PageAsync(path);

        Assert.StartsWith(said, page.Text("#problem"), StringComparison.Ordinal);
        Assert.Equal("problem", page.QuerySelector("#state")?.GetAttribute("aria-describedby"));
    }

    [Theory]
    [InlineData("/en/?state=austria&function=unknown")]
    public async Task A_function_that_is_none_is_refused(string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task What_the_directory_holds_is_counted_apart_by_what_it_rests_on()
    {
        var page = await host.PageAsync("/en/");
        var figures = page.QuerySelectorAll(".figures strong").Select(Markup.Shown);
        var assistance = page.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Select(Markup.Shown);

        Assert.Equal(["198", "271", "11", "1"], figures);
        Assert.Equal(["1 State", "28 States", "7 States"], assistance);
    }
}
