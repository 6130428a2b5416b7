using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DirectoryWithEverything))]

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The seeded directory, in which one authority also has restricted contact points and another has everything that an entry can have.</summary>
public sealed class DirectoryWithEverything() : DirectoryHost("--Mail:Kind", "Folder")
{
    public const string WithRestrictedContacts = "PL-001";

    public const string WithEverything = "AT-003";

    /// <summary>What the public sees.</summary>
    public DirectoryView View => Services.GetRequiredService<CurrentSnapshot>().Value.View(Audience.Public);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var written = await Services.GetRequiredService<LedgerWriter>().WriteAsync(_ => Decision.Accept(new Draft
        {
            Actor = Actor.System,
            Records = [Restricted(View.Authority(WithRestrictedContacts)!.Record), Complete(View.Authority(WithEverything)!.Record), Linked(View.State("AT")!.Record), Notice],
        }));
        Assert.True(written.IsWritten, written.Reason);
    }

    private static Notice Notice { get; } = new()
    {
        Id = "AT-n1",
        StateCode = "AT",
        AuthorityId = WithEverything,
        Text = "Bis auf Weiteres bitte nur per Telefon.",
        Language = "de",
        From = new DateOnly(2026, 10, 1),
        Until = new DateOnly(2026, 12, 31),
        Source = Some.Source,
    };

    private static Authority Restricted(Authority authority) => authority with
    {
        ContactPoints =
        [
            Some.Contact($"{authority.Id}-c1", ContactKind.Email, Some.GovernmentContact, Audience.Government),
            Some.Contact($"{authority.Id}-c2", ContactKind.Phone, Some.SecretariatContact, Audience.Secretariat),
        ],
    };

    private static State Linked(State state) => state with
    {
        Links = [new Link(LinkKind.Legislation, "https://example.org/law", "de", new DateOnly(2026, 10, 2))],
    };

    private static Authority Complete(Authority authority) => authority with
    {
        Translations = [new Translation("fr", "Ministère fédéral de la justice")],
        FormerNames = ["Federal Ministry of Examples"],
        Acronym = "FMJ",
        WorkingLanguages = ["de", "en"],
        Channels = ["email", "post"],
        OfficeHours = "Monday to Friday, 9 to 15",
        Website = "https://example.org/justice",
        Status = AuthorityStatus.Renamed,
        SuccessorId = "AT-001",
        ConfirmedOn = new DateOnly(2025, 10, 2),
        ConfirmedByRole = ActorRole.FocalPoint,
        ContactPoints = [.. Contacts(authority.Id)],
        Designations = [Complete(authority.Designations[0]), authority.Designations[1] with { ValidTo = new DateOnly(2026, 11, 1) }],
    };

    private static IEnumerable<ContactPoint> Contacts(string id) =>
    [
        Some.Contact($"{id}-c1", ContactKind.Email, "requests@example.org", Audience.Public) with { Purpose = ContactPurpose.Requests, Languages = ["de", "fr"] },
        Some.Contact($"{id}-c2", ContactKind.Phone, "+43 1 2345", Audience.Public) with { Purpose = ContactPurpose.Urgent, Role = "Duty officer" },
        Some.Contact($"{id}-c3", ContactKind.Fax, "+43 1 2346", Audience.Public),
    ];

    private static Designation Complete(Designation designation) => designation with
    {
        Rank = Rank.Primary,
        Scope = new Scope("All provinces", "Corruption", "Investigation"),
        ValidFrom = new DateOnly(2012, 6, 13),
        AcceptedLanguages = ["de", "en"],
        Channels = ["email"],
        InterpolRoute = InterpolRoute.UrgentOnly,
        UrgentProcedure = "Call the duty officer.",
        Requirements = "Facts, law, and what is asked for.",
        AreasOfAssistance = ["Training"],
        ConfirmedOn = new DateOnly(2026, 10, 2),
        ConfirmedByRole = ActorRole.FocalPoint,
    };
}
