using System.Text.Json;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Http;

/// <summary>Expanded collections that do not fit into an answer go on behind next links of their own (Protocol 4.01, section 11.2.6.7; JSON format 4.01, section 4.6.6).</summary>
public sealed class ExpandedPagesTests
{
    [Theory]
    [InlineData("", 3, 1000)]
    [InlineData("($orderby=Name desc;$select=Name)", 3, 1000)]
    [InlineData("($filter=contains(Name,@p) or Number gt 7;$skip=2)", 2, 1000)]
    [InlineData("($filter=not%20contains(Name,'%2B')%20 ;$orderby=concat(Name,'%26;')%20desc)", 3, 1000)]
    [InlineData("($compute=Number mul 2 as Twice;$orderby=Twice desc)", 3, 1000)]
    [InlineData("/Coast.Keeper($filter=Number gt 7)", 3, 1000)]
    [InlineData("($top=7)", 3, 1000)]
    [InlineData("($top=0)", 3, 1000)]
    [InlineData("", 1000, 10)]
    [InlineData("($orderby=Name)", 5, 37)]
    [InlineData("/$ref", 3, 1000)]
    public void Following_the_links_gives_every_related_entity_once_in_order(string options, int pageSize, int mostExpanded)
    {
        var coast = RandomCoast.Make(3, 60);
        coast = new Coast(coast.Lighthouses, coast.Harbours, [.. coast.Keepers.Select(keeper => keeper with { LighthouseId = keeper.Number % 3 == 0 ? "L001" : "L002" })]);
        var query = $"$select=Id&@p='e'&$expand=Keepers{options}";
        var whole = Keepers(new InProcess(coast, new ODataLimits()), query);
        Assert.Contains(whole.Values, keepers => keepers.Count > 7 || options.Contains("$top", StringComparison.Ordinal));
        Assert.Equal(whole, Keepers(new InProcess(coast, new ODataLimits { MaxPageSize = pageSize, PageSize = pageSize, MaxExpandedEntities = mostExpanded }), query));
    }

    [Theory]
    [InlineData("$expand=Keepers($filter=Number ne $it/Height)")]
    [InlineData("$expand=Keepers($filter=Number ne @h)&@h=%24it/Height")]
    [InlineData("$expand=Keepers($filter=$this/Number ne 0)")]
    public void A_collection_that_cannot_be_asked_for_alone_is_written_whole(string query)
    {
        var (status, body) = new InProcess(RandomCoast.Make(3, 60), new ODataLimits { MaxPageSize = 1 }).Get("Lighthouses('L001')", query);
        Assert.Equal(200, status);
        Assert.DoesNotContain("nextLink", body, StringComparison.Ordinal);
    }

    static Dictionary<string, List<string>> Keepers(InProcess service, string query)
    {
        var keepers = new Dictionary<string, List<string>>();
        foreach (var lighthouse in Items(service, "Lighthouses", query))
        {
            var related = lighthouse.GetProperty("Keepers").EnumerateArray().ToList();
            if (lighthouse.TryGetProperty("Keepers@odata.nextLink", out var link))
                related.AddRange(Items(service, Path(link), Query(link)));
            keepers.Add(lighthouse.GetProperty("Id").GetString()!, [.. related.Select(Written)]);
        }
        return keepers;
    }

    static string Written(JsonElement keeper) => keeper.TryGetProperty("Number", out var number) ? number.GetRawText() : keeper.GetProperty("@odata.id").GetString()!;

    static IEnumerable<JsonElement> Items(InProcess service, string path, string query)
    {
        for (string? next = query; next is not null;)
        {
            var (status, body) = service.Get(path, next);
            Assert.True(status == 200, $"{path}?{next}: {body}");
            var page = JsonSerializer.Deserialize<JsonElement>(body);
            foreach (var item in page.GetProperty("value").EnumerateArray())
                yield return item;
            next = page.TryGetProperty("@odata.nextLink", out var link) ? Query(link) : null;
        }
    }

    static string Path(JsonElement link) => link.GetString()!["~/".Length..].Split('?')[0];

    static string Query(JsonElement link) => link.GetString()!.Split('?') is [_, var query] ? query : "";
}
