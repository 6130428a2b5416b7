namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>The test's world: small enough to know by heart.</summary>
internal static class Some
{
    public static Coast Coast { get; } = new(
        [
            new("L1", "Pharos", "Φάρος", 100, 1, 2.5m, false, new(1280, 1, 1), At(2024, 1, 31, 10, 30), Light.White, null, new("https://pharos.example/"),
                new("stone", 3, new(31.2, 29.9, "WGS84")), null, ["el", "ar"], [Light.White], [], "ALY"),
            new("L2", "Eddystone", null, 41, 2, null, true, new(1882, 5, 18), At(2024, 2, 29, 0, 0), Light.White, Light.Red, null,
                new("granite", 2, new(50.2, -4.3, null)), new("wood", 1, new(50.2, -4.3, null)), ["en"], [Light.White, Light.Red], [new(0, 180, Light.White), new(180, 360, Light.Red)], "PLY"),
            new("L3", "Créac'h", "Kreac'h", 55, 2, 0m, true, new(1863, 12, 19), At(2023, 12, 31, 23, 59), Light.White, null, null,
                new("stone", 2, new(48.5, -5.1, "ED50")), null, ["fr", "br"], [Light.White], [new(0, 360, Light.White)], null),
            new("L4", "Østerlars & Sønner", "Østerlars", 12, null, 10m, true, null, At(2024, 1, 31, 10, 30), Light.Green, Light.Green, new("https://lars.example/a%20b"),
                new("iron", 1, new(55.2, 14.9, null)), null, ["da"], [Light.Green, Light.Red], [new(10, 20, Light.Green)], "PLY"),
            new("L5", "eastern light", null, 40, 5, 1.25m, false, new(1990, 7, 1), At(2025, 6, 30, 12, 0), Light.Red, null, null,
                new("concrete", 0, new(-33.9, 18.4, "WGS84")), null, [], [], [], "ALY"),
            new("L6", "Zürich \"Mole\"", null, 7, 0, null, true, new(1990, 7, 1), At(2025, 6, 30, 12, 0), Light.Red, null, null,
                new("wood", 1, new(47.4, 8.5, null)), null, ["de", "fr", "it"], [Light.Red], [], null),
        ],
        [new("ALY", "Alexandria", Region.South), new("PLY", "Plymouth", Region.North), new("ZZZ", "Nowhere", Region.South)],
        [
            new(1, "Sostratus", "L1", null), new(2, "Winstanley", "L2", new(1698, 11, 14)), new(3, "Smeaton", "L2", new(1759, 10, 16)),
            new(10, "Lars", "L4", new(2020, 1, 1)),
        ]);

    static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
