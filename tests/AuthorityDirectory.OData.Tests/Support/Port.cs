using System.Collections.Concurrent;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.OData.Tests.Support;

internal enum Cargo
{
    Grain,
    Timber,
    Fish,
}

internal sealed record Load(Cargo Cargo, decimal Tonnes, IReadOnlyList<Hold> Holds);

internal sealed record Hold(int Number, string? Seal);

internal sealed record Pilot(string Code, string Name);

/// <summary>A ship that announces itself, and what became of it.</summary>
internal sealed record Arrival(string Id, string Ship, DateOnly Day, long Draught, Cargo Main, IReadOnlyList<Load> Loads, IReadOnlyList<string> Flags, string? Note, string State, string Owner, int Revision)
{
    /// <summary>Whether the master announced the same.</summary>
    public bool IsSameAs(Arrival other) => this with { Loads = [], Flags = [], State = "", Revision = 0 } == other with { Loads = [], Flags = [], State = "", Revision = 0 };
}

/// <summary>A view of a port that can be written to.</summary>
internal sealed class Port(IReadOnlyList<Arrival> arrivals)
{
    public static ODataModel<Port> Model { get; } = Declare();

    public IReadOnlyList<Arrival> Arrivals { get; } = arrivals;

    public IReadOnlyList<Pilot> Pilots { get; } = [new("P1", "Ada"), new("P2", "Bo")];

    static ODataModel<Port> Declare()
    {
        var model = new ODataModelBuilder<Port>("Port");
        model.Enum<Cargo>("Cargo");
        model.Complex<Hold>("Hold", t =>
        {
            t.Property("Number", h => h.Number);
            t.Property("Seal", h => h.Seal).Optional().MaxLength(5);
        });
        model.Complex<Load>("Load", t =>
        {
            t.Property("Cargo", l => l.Cargo);
            t.Property("Tonnes", l => l.Tonnes);
            t.Collection("Holds", l => l.Holds);
        });
        model.Entity<Arrival>("Arrival", t =>
        {
            Properties(t);
            Actions(t);
            t.Navigation("Pilot", (port, _) => port.Pilots[0]).Optional();
        });
        model.Entity<Pilot>("Pilot", t =>
        {
            t.Key("Code", p => p.Code);
            t.Property("Name", p => p.Name);
        });
        model.Set("Pilots", port => port.Pilots);
        DeclareArrivals(model);
        DeclareLogbooks(model);
        return model.Build();
    }

    static void Properties(EntityTypeBuilder<Port, Arrival> t)
    {
        t.Key("Id", a => a.Id);
        t.Property("Ship", a => a.Ship).Describe("As painted on the bow.").MaxLength(20);
        t.Property("Day", a => a.Day);
        t.Property("Draught", a => a.Draught);
        t.Property("Main", a => a.Main);
        t.Collection("Loads", a => a.Loads);
        t.Collection("Flags", a => a.Flags);
        t.Property("Note", a => a.Note).Optional();
        t.Property("State", a => a.State);
        t.Property("Revision", a => a.Revision);
    }

    static void Actions(EntityTypeBuilder<Port, Arrival> t)
    {
        t.Action("Berth", a =>
        {
            var quay = a.Required<int>("quay", "The number of the quay.");
            var remark = a.Optional<string>("remark").AtMost(10);
            var marks = a.OptionalList<string>("marks");
            a.RequireMatch();
            a.Permit(Harbourmaster);
            a.Handle(call => HarbourOffice.Of(call.Http).BerthAsync(call.Entity, call.IsExact, call.Value(quay), call.OrNull(remark), call.List(marks)));
        }, "Gives the ship a place.");
        t.Action("Ring", a => a.HandleWithoutAnswer(call => ValueTask.FromResult(call.Entity.State == "Left" ? Refusal.Conflict("It has left.") : null)));
    }

    static void DeclareArrivals(ODataModelBuilder<Port> model)
    {
        var hold = model.Input<Hold>("Hold", s =>
        {
            var number = s.Required<int>("Number");
            var seal = s.Optional<string>("Seal");
            s.Makes(given => new Hold(given.Value(number), given.OrNull(seal)));
        });
        var load = model.Input<Load>("Load", s =>
        {
            var cargo = s.Required<Cargo>("Cargo");
            var tonnes = s.Required<decimal>("Tonnes");
            var holds = s.OptionalList("Holds", hold);
            s.Makes(given => new Load(given.Value(cargo), given.Value(tonnes), given.List(holds)));
        });
        model.Set("Arrivals", port => port.Arrivals).Insert(i =>
        {
            var id = i.Required<string>("Id");
            var ship = i.Required<string>("Ship");
            var day = i.Required<DateOnly>("Day");
            var draught = i.Optional<long>("Draught");
            var main = i.Optional<Cargo>("Main");
            var loads = i.RequiredList("Loads", load);
            var flags = i.OptionalList<string>("Flags");
            var note = i.Optional<string>("Note");
            i.Permit(Anybody);
            i.Handle(call => HarbourOffice.Of(call.Http).AnnounceAsync(new Arrival(
                call.Value(id), call.Value(ship), call.Value(day), call.OrNull(draught) ?? 0, call.OrNull(main) ?? Cargo.Fish, call.List(loads), call.List(flags), call.OrNull(note), "Announced", "", 1)));
        }, "Announces a ship.");
    }

    static void DeclareLogbooks(ODataModelBuilder<Port> model)
    {
        model.Entity<Logbook>("Logbook", t =>
        {
            t.Key("Number", l => l.Number);
            t.Property("Line", l => l.Line);
            t.Action("Strike", a => a.Handle(call => HarbourOffice.Of(call.Http).StrikeAsync(call.Entity)));
            t.Navigation("Pilot", (port, _) => port.Pilots[1]);
        });
        model.SetOfRequest("Logbooks", (_, http) => HarbourOffice.Of(http).LinesOfAsync(Caller(http)));
    }

    static string Caller(HttpContext http) => http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);

    static ValueTask<Refusal?> Anybody(HttpContext http) =>
        ValueTask.FromResult(Caller(http).Length > 0 ? null : Refusal.Unauthorized("Send a bearer token."));

    static ValueTask<Refusal?> Harbourmaster(HttpContext http) => ValueTask.FromResult(Caller(http) switch
    {
        "" => Refusal.Unauthorized("Send a bearer token."),
        "master" => null,
        var other => Refusal.Forbidden($"{other} is not the harbourmaster."),
    });
}

/// <summary>A line of a caller's own book.</summary>
internal sealed record Logbook(long Number, string Line);

/// <summary>Where the port's data is, and who decides.</summary>
internal sealed class HarbourOffice
{
    readonly ConcurrentDictionary<string, Arrival> _arrivals = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<long, (string Caller, Logbook Line)> _lines = new();

    /// <summary>How often the lines of some caller were looked up.</summary>
    public int LookUps;

    /// <summary>Makes the next write fail as a store that is down.</summary>
    public bool IsClosed { get; set; }

    /// <summary>What happens between the check of a tag and the write.</summary>
    public Action? BeforeWrite { get; set; }

    public Port Port => new([.. _arrivals.Values]);

    public static HarbourOffice Of(HttpContext http) => http.RequestServices.GetRequiredService<HarbourOffice>();

    public void Put(Arrival arrival) => _arrivals[arrival.Id] = arrival;

    public void Write(string caller, Logbook line) => _lines[line.Number] = (caller, line);

    public async ValueTask<IReadOnlyList<Logbook>> LinesOfAsync(string caller)
    {
        await Task.Yield();
        Interlocked.Increment(ref LookUps);
        return [.. _lines.Values.Where(line => line.Caller == caller).Select(line => line.Line)];
    }

    public async ValueTask<WriteResult<Arrival>> AnnounceAsync(Arrival arrival)
    {
        await Task.Yield();
        if (IsClosed)
            return Refusal.Unavailable("The office is closed.", TimeSpan.FromSeconds(1.5));
        if (arrival.Ship == "Titanic")
            return Refusal.Invalid("Not that ship.", new RefusalDetail("Sunk", "It has sunk.", "Ship"));
        if (_arrivals.TryAdd(arrival.Id, arrival))
            return WriteResult.Created(arrival);
        var there = _arrivals[arrival.Id];
        return there.IsSameAs(arrival) ? WriteResult.Current(there) : Refusal.Conflict($"{arrival.Id} is announced already, as another ship.");
    }

    public async ValueTask<WriteResult<Arrival>> BerthAsync(Arrival seen, bool isExact, int quay, string? remark, IReadOnlyList<string> marks)
    {
        await Task.Yield();
        BeforeWrite?.Invoke();
        var there = _arrivals[seen.Id];
        if (isExact && there.Revision != seen.Revision)
            return Refusal.Clash("Somebody was faster.");
        var berthed = there with { State = $"Berthed {quay}", Note = remark, Flags = marks, Revision = there.Revision + 1 };
        Put(berthed);
        return WriteResult.Current(berthed);
    }

    public ValueTask<WriteResult<Logbook>> StrikeAsync(Logbook line)
    {
        var struck = line with { Line = $"({line.Line})" };
        _lines[line.Number] = (_lines[line.Number].Caller, struck);
        return ValueTask.FromResult(WriteResult.Current(struck));
    }
}
