using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Tests.Support;

namespace AuthorityDirectory.OData.Tests.Execution;

/// <summary>Conditions whose rows are kept with the view choose what they chose when they were computed, whoever asks next.</summary>
public sealed class KeptConditionTests
{
    static readonly (string Text, Func<Lighthouse, bool> Holds)[] _conditions =
    [
        ("Light eq 'Red'", l => l.Light == Light.Red),
        ("Light ne 'Red'", l => l.Light != Light.Red),
        ("Spare eq 'Red'", l => l.Spare == Light.Red),
        ("Spare eq null", l => l.Spare is null),
        ("NativeName ne null", l => l.NativeName is not null),
        ("IsLit eq true", l => l.IsLit),
        ("IsLit eq false", l => !l.IsLit),
        ("Lights/any(x:x eq 'Red')", l => l.Lights.Contains(Light.Red)),
        ("Lights/all(x:x eq 'Red')", l => l.Lights.All(light => light == Light.Red)),
        ("Lights/any(x:x eq 'Red' or x eq 'Green')", l => l.Lights.Any(light => light is Light.Red or Light.Green)),
        ("Sectors/any(Light:Light/Colour eq 'Red')", l => l.Sectors.Any(sector => sector.Colour == Light.Red)),
        ("Sectors/any(s:s/Colour eq 'Red' and s/From gt 2)", l => l.Sectors.Any(sector => sector is { Colour: Light.Red, From: > 2 })),
        ("Height gt 40", l => l.Height > 40),
    ];

    [Theory]
    [InlineData("Lighthouses", "Lighthouses")]
    [InlineData("Lighthouses", "TallLighthouses")]
    [InlineData("TallLighthouses", "Lighthouses")]
    public void Pairs_of_conditions_choose_the_same_the_first_time_and_the_next(string first, string next)
    {
        var made = RandomCoast.Make(8, 200);
        var coast = new Coast([.. made.Lighthouses.Select(l => l with { Height = 10 * l.Height })], made.Harbours, made.Keepers);
        var service = new InProcess(coast, new ODataLimits());
        foreach (var set in new[] { first, next })
        {
            foreach (var (left, right) in from left in _conditions from right in _conditions select (left, right))
            {
                var expected = (set == "Lighthouses" ? coast.Lighthouses : coast.Tall).Where(l => left.Holds(l) && right.Holds(l)).Select(l => l.Id).Order(StringComparer.Ordinal);
                var filter = $"{left.Text} and {right.Text}";
                Assert.Equal((filter, string.Join(' ', expected)), (filter, string.Join(' ', service.Ids(set, "$select=Id&$filter=" + Uri.EscapeDataString(filter)).Ids)));
            }
        }
    }

    [Fact]
    public void Rows_are_kept_of_conditions_on_enumerations_only_and_of_so_many_only()
    {
        var service = new InProcess(RandomCoast.Make(8, 200), new ODataLimits());
        service.Get("Lighthouses", "$filter=Light eq 'Red' and Height gt 3 and Name eq 'Red'");
        for (var name = 0; name < 300; name++)
        {
            service.Get("Lighthouses", $"$filter=Lights/any(x{name}:x{name} eq 'Red')");
        }

        var table = service.Snapshot[(EntitySet)Coast.Model.Sources.First(source => source.Name == "Lighthouses")].Table;
        Assert.NotNull(table.Kept("/Light Eq Text Red", () => null));
        Assert.Null(table.Kept("/Height Gt Number 3", () => null));
        Assert.Null(table.Kept("/Name Eq Text Red", () => null));
        Assert.NotNull(table.Kept("/Lights/any(x0:x0 Eq Text Red)", () => null));
        Assert.Null(table.Kept("/Lights/any(x299:x299 Eq Text Red)", () => throw new InvalidOperationException("There is no room for it.")));
    }
}
