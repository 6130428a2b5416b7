namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>A world of chance: many equal values, nulls and awkward texts.</summary>
internal static class RandomCoast
{
    static readonly string[] _names = ["Ånes", "anes", "Anes", "Évora", "evora", "Zürich", "zurich 2", "O'Neil", "Łódź", "lodz", "", "Ø", "o"];
    static readonly string[] _languages = ["en", "fr", "ar", "zh"];

    public static Coast Make(int seed, int count)
    {
        var random = new Random(seed);
        T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
        T? Maybe<T>(T value) where T : struct => random.Next(3) == 0 ? null : value;
        IReadOnlyList<T> Some<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];
        Structure Structure() => new(Pick(_names), random.Next(4), new(random.Next(-3, 4) / 2.0, random.Next(5), Pick<string?>([null, "WGS84"])));
        Harbour[] harbours = [new("A", "Ånes", Region.North), new("B", "Bergen", Region.South), new("C", "anes", Region.North)];
        var lighthouses = Enumerable.Range(0, count).OrderBy(_ => random.Next()).Select(number => new Lighthouse(
            $"L{number:000}", Pick(_names), Pick<string?>([null, .. _names]), random.Next(6), Maybe<long>(random.Next(5)), Maybe(random.Next(8) / 4m), random.Next(2) == 0,
            Maybe(new DateOnly(2000, 1, 1).AddDays(random.Next(5))), new DateTimeOffset(2024, 1, 1, random.Next(4), 0, 0, TimeSpan.Zero), Pick(Enum.GetValues<Light>()),
            Maybe(Pick(Enum.GetValues<Light>())), null, Structure(), random.Next(3) == 0 ? Structure() : null, Some(() => Pick(_languages)),
            Some(() => Pick(Enum.GetValues<Light>())), Some(() => new Sector(random.Next(4), random.Next(4), Pick(Enum.GetValues<Light>()))), Pick<string?>([null, "A", "B", "C"]))).ToList();
        var keepers = Enumerable.Range(1, count / 2).Select(number => new Keeper(number, Pick(_names), Pick(lighthouses).Id, Maybe(new DateOnly(2000, 1, 1)))).ToList();
        return new Coast(lighthouses, harbours, keepers);
    }
}
