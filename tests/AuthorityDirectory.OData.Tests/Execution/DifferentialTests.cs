using System.Text.Json;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Execution;

/// <summary>Random queries on random data, against the same question asked in C#.</summary>
public sealed class DifferentialTests
{
    const int Count = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_filter_chooses_what_the_same_condition_in_CSharp_chooses(int seed)
    {
        var coast = RandomCoast.Make(seed, Count);
        var service = new InProcess(coast, new ODataLimits { PageSize = 7 });
        var questions = new RandomConditions(new Random(seed), coast);
        for (var i = 0; i < 300; i++)
        {
            var (text, holds) = questions.Next(depth: 3);
            var expected = coast.Lighthouses.Where(l => holds(l) == true).Select(l => l.Id).Order(StringComparer.Ordinal);
            Assert.Equal((text, string.Join(' ', expected)), (text, string.Join(' ', service.Ids("Lighthouses", "$select=Id&$filter=" + Uri.EscapeDataString(text)).Ids)));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void A_computed_property_filters_and_orders_like_its_expression(int seed)
    {
        var coast = RandomCoast.Make(seed, Count);
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var service = new InProcess(coast, new ODataLimits { PageSize = random.Next(1, 30) });
            var (factor, least) = (random.Next(-3, 4), random.Next(-9, 9));
            var expected = coast.Lighthouses.Where(l => l.Height * factor + l.Name.Length >= least).OrderByDescending(l => l.Height * factor + l.Name.Length).ThenBy(l => l.Id, StringComparer.Ordinal).Select(l => l.Id);
            var text = $"$compute=Height mul {factor} as A,A add length(Name) as B&$select=Id,B&$filter=B ge {least}&$orderby=B desc";
            Assert.Equal((text, string.Join(' ', expected)), (text, string.Join(' ', service.Ids("Lighthouses", text).Ids)));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void An_order_arranges_as_the_same_order_in_CSharp_whatever_the_pages(int seed)
    {
        var coast = RandomCoast.Make(seed, Count);
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var service = new InProcess(coast, new ODataLimits { PageSize = random.Next(1, 30) });
            var keys = Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Key: _keys[random.Next(_keys.Length)], IsDescending: random.Next(2) == 0)).ToList();
            var (top, skip) = (random.Next(Count + 10), random.Next(20));
            var expected = keys.Aggregate(coast.Lighthouses.OrderBy(_ => 0), (ordered, key) => key.IsDescending ? ordered.ThenByDescending(key.Key.Value) : ordered.ThenBy(key.Key.Value))
                .ThenBy(l => l.Id, StringComparer.Ordinal).Skip(skip).Take(top).Select(l => l.Id);
            var text = string.Join(',', keys.Select(key => key.Key.Text + (key.IsDescending ? " desc" : "")));
            Assert.Equal((text, string.Join(' ', expected)), (text, string.Join(' ', service.Ids("Lighthouses", $"$select=Id&$orderby={text}&$top={top}&$skip={skip}").Ids)));
        }
    }

    [Fact]
    public void Entities_that_come_and_go_between_pages_do_not_disturb_the_others()
    {
        var coast = RandomCoast.Make(7, Count);
        var random = new Random(7);
        for (var i = 0; i < 50; i++)
        {
            var key = _keys[random.Next(_keys.Length)].Text;
            var gone = coast.Lighthouses.Where(_ => random.Next(4) == 0).ToHashSet();
            var late = coast.Lighthouses.Where(l => !gone.Contains(l) && random.Next(4) == 0).ToHashSet();
            var before = new InProcess(new Coast([.. coast.Lighthouses.Except(late)], coast.Harbours, []), new ODataLimits { PageSize = 11 });
            var after = new InProcess(new Coast([.. coast.Lighthouses.Except(gone)], coast.Harbours, []), new ODataLimits { PageSize = 1000 });
            var (_, first) = before.Get("Lighthouses", $"$select=Id&$orderby={key}");
            var page = JsonSerializer.Deserialize<JsonElement>(first);
            var ids = page.GetProperty("value").EnumerateArray().Select(entity => entity.GetProperty("Id").GetString()!).ToList();
            ids.AddRange(after.Ids("Lighthouses", page.GetProperty("@odata.nextLink").GetString()!.Split('?')[1]).Ids);
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.Subset(ids.ToHashSet(), coast.Lighthouses.Except(gone).Except(late).Select(l => l.Id).ToHashSet());
        }
    }

    [Fact]
    public void A_page_goes_on_although_the_entity_it_ended_with_is_gone()
    {
        var whole = new InProcess(Some.Coast, new ODataLimits { PageSize = 1 });
        var without = new InProcess(new Coast([.. Some.Coast.Lighthouses.Where(l => l.Id != "L6")], Some.Coast.Harbours, []), new ODataLimits { PageSize = 1 });
        var (_, first) = whole.Get("Lighthouses", "$select=Id&$orderby=Height");
        var page = JsonSerializer.Deserialize<JsonElement>(first);
        Assert.Equal("L6", page.GetProperty("value")[0].GetProperty("Id").GetString());
        Assert.Equal(["L4", "L5", "L2", "L3", "L1"], without.Ids("Lighthouses", page.GetProperty("@odata.nextLink").GetString()!.Split('?')[1]).Ids);
    }

    static readonly (string Text, Func<Lighthouse, IComparable?> Value)[] _keys =
    [
        ("Name", l => new Folded(l.Name)), ("NativeName", l => l.NativeName is null ? null : new Folded(l.NativeName)), ("Height", l => l.Height), ("Flashes", l => l.Flashes),
        ("Fee", l => l.Fee), ("IsLit", l => l.IsLit), ("LitOn", l => l.LitOn), ("Changed", l => l.Changed), ("Light", l => l.Light), ("Spare", l => l.Spare),
        ("Structure/Position/Latitude", l => l.Structure.Position.Latitude), ("Former/Storeys", l => l.Former?.Storeys), ("Languages/$count", l => l.Languages.Count),
        ("length(Name)", l => l.Name.Length), ("Height mod 2", l => l.Height % 2), ("Harbour/Code", l => l.HarbourCode is null ? null : new Folded(l.HarbourCode)),
    ];

    sealed record Folded(string Text) : IComparable
    {
        public int CompareTo(object? obj) => obj is Folded other ? string.CompareOrdinal(TextFolding.Fold(Text), TextFolding.Fold(other.Text)) : 1;
    }
}
