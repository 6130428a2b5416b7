using System.Net.Http.Json;
using System.Text.Json;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

/// <summary>The OData query that a page leads to gives the facts of that page.</summary>
public sealed class PageDataTests(DirectoryWithEverything host)
{
    [Theory]
    [InlineData("/en/states", "tbody tr")]
    [InlineData("/en/states?region=african&status=party", "tbody tr")]
    [InlineData("/en/states?function=extradition", "tbody tr")]
    [InlineData("/en/states?text=guinea", "tbody tr")]
    [InlineData("/en/states?text=d'ivoire", "tbody tr")]
    [InlineData("/en/globe", "tbody tr")]
    [InlineData("/en/search?q=justice%20international", ".hits li")]
    public async Task A_list_has_as_many_rows_as_its_query(string path, string row)
    {
        var page = await host.PageAsync(path);

        Assert.Equal(page.QuerySelectorAll(row).Length, await RowsAsync(page.QuerySelector("p.data a")!.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("/en/states/PL", "Code", "PL", "Designations")]
    [InlineData("/en/authorities/PL-001", "Id", "PL-001", "ContactPoints")]
    public async Task A_profile_leads_to_its_own_entity_with_what_belongs_to_it(string path, string key, string value, string expanded)
    {
        var page = await host.PageAsync(path);
        var entity = await host.Client.GetFromJsonAsync<JsonElement>(page.QuerySelector("p.data a")!.GetAttribute("href"), TestContext.Current.CancellationToken);

        Assert.Equal(value, entity.GetProperty(key).GetString());
        Assert.Equal(JsonValueKind.Array, entity.GetProperty(expanded).ValueKind);
    }

    [Theory]
    [MemberData(nameof(SomePages.All), MemberType = typeof(SomePages))]
    public async Task Every_link_to_data_answers(string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        foreach (var link in (await response.DocumentAsync()).QuerySelectorAll("[href^='/odata']").Select(link => link.GetAttribute("href")!))
        {
            using var data = await host.Client.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(data.IsSuccessStatusCode, $"{link} answered {(int)data.StatusCode}");
            Assert.DoesNotContain(' ', link);
        }
    }

    private async Task<int> RowsAsync(string query)
    {
        var rows = 0;
        for (var next = query; next is not null;)
        {
            var answer = await host.Client.GetFromJsonAsync<JsonElement>(next, TestContext.Current.CancellationToken);
            rows += answer.GetProperty("value").GetArrayLength();
            next = answer.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        return rows;
    }
}
