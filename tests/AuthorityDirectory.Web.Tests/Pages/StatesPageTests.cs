using System.Net;
using AngleSharp.Dom;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class StatesPageTests(DirectoryWithEverything host)
{
    [Theory]
    [InlineData("/en/states", "198 of 198 States")]
    [InlineData("/en/states?text=&function=&region=&status=", "198 of 198 States")]
    [InlineData("/en/states?region=african", "54 of 198 States")]
    [InlineData("/en/states?status=signatory", "1 of 198 States")]
    [InlineData("/en/states?function=mla", "36 of 198 States")]
    [InlineData("/en/states?function=civil-administrative", "0 of 198 States")]
    [InlineData("/en/states?text=turkiye", "1 of 198 States")]
    public async Task The_list_is_narrowed_and_says_to_how_many(string path, string said)
    {
        var page = await host.PageAsync(path);

        Assert.Equal(said, page.Text(".count"));
        Assert.Equal(int.Parse(said.Split(' ')[0], English.Culture), page.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData("region=atlantic")]
    [InlineData("status=member")]
    [InlineData("function=sailing")]
    public async Task A_value_that_is_in_no_list_is_refused(string query)
    {
        using var response = await host.Client.GetAsync($"/en/states?{query}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("This address cannot be understood", (await response.DocumentAsync()).Text("h1"));
    }

    [Fact]
    public async Task States_stand_in_alphabetical_order_and_keep_designations_under_the_Convention_apart()
    {
        var page = await host.PageAsync("/en/states");
        var names = page.QuerySelectorAll("tbody th").Select(Markup.Shown).ToList();
        var poland = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("a[href='/en/states/PL']") is not null);

        Assert.Equal(names.Order(StringComparer.Create(English.Culture, ignoreCase: true)), names);
        Assert.Equal(["Party", "Mutual legal assistance", "None held"], poland.QuerySelectorAll("td").Take(3).Select(Markup.Shown));
    }

    [Fact]
    public async Task What_was_chosen_stays_chosen()
    {
        var page = await host.PageAsync("/en/states?text=a&region=african&status=party&function=prevention");
        var chosen = page.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value"));

        Assert.Equal([Codes.Functions.CodeOf(Function.Prevention), "african", "party"], chosen);
        Assert.Equal("a", page.QuerySelector("#text")?.GetAttribute("value"));
    }
}
