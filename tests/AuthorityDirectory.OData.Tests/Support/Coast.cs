using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Tests.Support;

internal enum Light
{
    White,
    Red,
    Green,
}

/// <summary>An enumeration whose values are no C# enum.</summary>
internal sealed record Region(string Code)
{
    public static readonly Region North = new("n");
    public static readonly Region South = new("s");
}

internal sealed record Sector(int From, int To, Light Colour);

internal sealed record Position(double Latitude, double Longitude, string? Datum);

internal sealed record Structure(string Material, int Storeys, Position Position);

internal sealed record Harbour(string Code, string Name, Region Region);

internal sealed record Keeper(long Number, string Name, string LighthouseId, DateOnly? Since);

internal sealed record Lighthouse(
    string Id, string Name, string? NativeName, int Height, long? Flashes, decimal? Fee, bool IsLit, DateOnly? LitOn, DateTimeOffset Changed,
    Light Light, Light? Spare, Uri? Site, Structure Structure, Structure? Former, IReadOnlyList<string> Languages, IReadOnlyList<Light> Lights,
    IReadOnlyList<Sector> Sectors, string? HarbourCode);

internal sealed record Register(string Operator, int Edition);

/// <summary>A view of the test's world.</summary>
internal sealed class Coast(IReadOnlyList<Lighthouse> lighthouses, IReadOnlyList<Harbour> harbours, IReadOnlyList<Keeper> keepers)
{
    public static ODataModel<Coast> Model { get; } = Declare();

    public IReadOnlyList<Lighthouse> Lighthouses { get; } = lighthouses;
    public IReadOnlyList<Harbour> Harbours { get; } = harbours;
    public IReadOnlyList<Keeper> Keepers { get; } = keepers;
    public IReadOnlyList<Lighthouse> Tall { get; } = [.. lighthouses.Where(l => l.Height >= 40)];
    public Register Register { get; } = new("The lights' board", 7);

    public Harbour? HarbourOf(Lighthouse lighthouse) => Harbours.FirstOrDefault(h => h.Code == lighthouse.HarbourCode);

    public IReadOnlyList<Keeper> KeepersOf(Lighthouse lighthouse) => [.. Keepers.Where(k => k.LighthouseId == lighthouse.Id)];

    public IReadOnlyList<Lighthouse> LighthousesOf(Harbour harbour) => [.. Lighthouses.Where(l => l.HarbourCode == harbour.Code)];

    public Lighthouse LighthouseOf(Keeper keeper) => Lighthouses.First(l => l.Id == keeper.LighthouseId);

    /// <summary>Lighthouses whose name has every word, the shortest name first.</summary>
    public IReadOnlyList<Lighthouse> Search(string text) =>
        [.. Lighthouses.Where(l => text.Split(' ').All(word => l.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).OrderBy(l => l.Name.Length)];

    static ODataModel<Coast> Declare()
    {
        var model = new ODataModelBuilder<Coast>("Coast");
        model.Enum<Light>("Light", "What the lamp shows.");
        model.Enum<Region>("Region", [new(Region.North, "North", "Above the line."), new(Region.South, "South")]);
        model.Complex<Position>("Position", t =>
        {
            t.Property("Latitude", p => p.Latitude);
            t.Property("Longitude", p => p.Longitude);
            t.Property("Datum", p => p.Datum).Optional();
        });
        model.Complex<Structure>("Structure", t =>
        {
            t.Property("Material", s => s.Material);
            t.Property("Storeys", s => s.Storeys).Minimum(1);
            t.Property("Position", s => s.Position);
        });
        model.Complex<Sector>("Sector", t =>
        {
            t.Property("From", s => s.From);
            t.Property("To", s => s.To);
            t.Property("Colour", s => s.Colour);
        });
        model.Entity<Lighthouse>("Lighthouse", t =>
        {
            t.Key("Id", l => l.Id);
            t.Property("Name", l => l.Name).Describe("As painted on the tower.").MaxLength(100);
            t.Property("NativeName", l => l.NativeName).Optional();
            t.Property("Height", l => l.Height);
            t.Property("Flashes", l => l.Flashes);
            t.Property("Fee", l => l.Fee);
            t.Property("IsLit", l => l.IsLit);
            t.Property("LitOn", l => l.LitOn);
            t.Property("Changed", l => l.Changed);
            t.Property("Light", l => l.Light);
            t.Property("Spare", l => l.Spare);
            t.Property("Site", l => l.Site).Optional();
            t.Property("Structure", l => l.Structure);
            t.Property("Former", l => l.Former).Optional();
            t.Collection("Languages", l => l.Languages);
            t.Collection("Lights", l => l.Lights);
            t.Collection("Sectors", l => l.Sectors);
            t.Property("KeeperCount", (coast, l) => coast.KeepersOf(l).Count).Minimum(0);
            t.Navigation("Harbour", (coast, l) => coast.HarbourOf(l)).Optional();
            t.NavigationMany("Keepers", (coast, l) => coast.KeepersOf(l));
        }, "A tower with a lamp.");
        model.Entity<Harbour>("Harbour", t =>
        {
            t.Key("Code", h => h.Code).Pattern("^[A-Z]+$");
            t.Property("Name", h => h.Name);
            t.Property("Region", h => h.Region);
            t.NavigationMany("Lighthouses", (coast, h) => coast.LighthousesOf(h));
        });
        model.Entity<Keeper>("Keeper", t =>
        {
            t.Key("Number", k => k.Number);
            t.Property("Name", k => k.Name);
            t.Property("Since", k => k.Since);
            t.Navigation("Lighthouse", (coast, k) => coast.LighthouseOf(k));
        });
        model.Entity<Register>("Register", t =>
        {
            t.Property("Operator", r => r.Operator);
            t.Property("Edition", r => r.Edition);
        });
        model.Set("Lighthouses", c => c.Lighthouses).Describe("Every light.").Search((c, text) => c.Search(text));
        model.Set("TallLighthouses", c => c.Tall);
        model.Set("Harbours", c => c.Harbours);
        model.Set("Keepers", c => c.Keepers);
        model.Function("AllSectors", f => f.Returns((c, _) => c.Lighthouses.SelectMany(l => l.Sectors).ToList()), "Every sector of every light.");
        model.Function("LitBetween", f =>
        {
            var from = f.Parameter<DateOnly>("from", "The first day.");
            f.Returns((c, call) => c.Lighthouses.Where(l => l.LitOn >= call.Value(from)).ToList());
        }, "Lights by the day they were lit on.");
        model.Function("LitBetween", f =>
        {
            var from = f.Parameter<DateOnly>("from");
            var to = f.Parameter<DateOnly>("to");
            f.Returns((c, call) => c.Lighthouses.Where(l => l.LitOn >= call.Value(from) && l.LitOn <= call.Value(to)).ToList());
        });
        model.Function("NamesOf", f =>
        {
            var light = f.Parameter<Light>("light");
            var top = f.Parameter<int>("top");
            f.Returns((c, call) => c.Lighthouses.Where(l => l.Light == call.Value(light)).Select(l => l.Name).Take(call.Value(top)).ToList());
        });
        model.Singleton("Register", c => c.Register, "Who keeps the list.");
        return model.Build();
    }
}
