using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Safety;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(SafeDirectory))]

namespace AuthorityDirectory.Web.Tests.Safety;

/// <summary>The seeded directory, in which Poland has something that each audience must not see, wherever such a thing can stand.</summary>
public sealed class SafeDirectory() : DirectoryHost("--Logging:LogLevel:Default", "Trace", "--Mail:Kind", "Folder")
{
    /// <summary>A request of Poland that waits for the Secretariat.</summary>
    public const string Request = "pl-planted-request";

    public KeptLines Log { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PutAsync(Planted.Authority(Seen.Authority("PL-001")!.Record), Planted.State(Seen.State("PL")!.Record));
        await PutAsync(Planted.Request(Request), Planted.Account);
    }

    private DirectoryView Seen => Services.GetRequiredService<CurrentSnapshot>().Value.View(Audience.Secretariat);

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Logging.AddProvider(Log);
    }

    private async Task PutAsync(params DirectoryRecord[] records)
    {
        var written = await Services.GetRequiredService<LedgerWriter>().WriteAsync(_ => Decision.Accept(new() { Actor = Actor.System, Records = records }));
        Assert.True(written.IsWritten, written.Reason);
    }
}

/// <summary>Values that stand nowhere else, and who must not see them.</summary>
public static class Planted
{
    private const string Government = "gov9planted";

    private const string Office = "sec9planted";

    private const string OwnState = "own9planted";

    private const string Person = "person9planted";

    /// <summary>What somebody must not see, in any spelling: words from contact points, a pending request, the mission's address and an account.</summary>
    /// <remarks>A State sees what it has for the Secretariat alone at its desk, and not in the API; administrators see accounts on their page.</remarks>
    public static IReadOnlyList<string> HiddenFrom(string person) => person.Split(' ')[^1] switch
    {
        "own" when person != "own" => [Office, Person],
        "administrator" when person == "administrator" => [Government, Office, OwnState],
        "visitor" or "administrator" => [Government, Office, OwnState, Person],
        "practitioner" or "other" => [Office, OwnState, Person],
        "own" => [Person],
        _ => [],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Words { get; } = [Government, Office, OwnState, Person];

    public static Account Account { get; } = new()
    {
        Id = "a-planted", Role = ActorRole.FocalPoint, StateCode = Actors.Own, Name = $"Name {Person}", Email = $"{Person}@example.org", Login = new Login("https://login.example", $"subject-{Person}"),
    };

    public static Authority Authority(Authority authority) => authority with
    {
        ContactPoints =
        [
            Some.Contact($"{authority.Id}-c1", ContactKind.Email, "seen@example.org", Audience.Public),
            Some.Contact($"{authority.Id}-c2", ContactKind.Email, $"{Government}@example.org", Audience.Government) with { Role = $"Unit {Government}" },
            Some.Contact($"{authority.Id}-c3", ContactKind.Email, $"{Office}@example.org", Audience.Secretariat) with { Role = $"Unit {Office}" },
        ],
    };

    /// <summary>The mission's address is for the Secretariat and the State itself.</summary>
    public static State State(State state) => state with { Mission = new() { Addressee = $"Mission {OwnState}", Address = new() { Lines = [$"Street {OwnState}"], City = $"City{OwnState}" } } };

    public static ChangeRequest Request(string id) => new()
    {
        Id = id,
        StateCode = Actors.Own,
        Status = RequestStatus.Submitted,
        Source = Some.Source with { Kind = SourceKind.NoteVerbale, Reference = $"NV {OwnState}" },
        Reason = $"Because {OwnState}",
        SubmittedBy = "a-planted",
        SubmittedByRole = ActorRole.FocalPoint,
        SubmittedAt = DirectoryHost.Now,
        Changes = [new(LineKind.ContactPoint, "PL-001", "PL-001-c1", LineAct.Change) { Fields = [new("Value", "seen@example.org", $"{OwnState}@example.org")] }],
    };
}
