using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Finder;

/// <summary>States that are none, under codes that ISO keeps free, each with something that makes it a case.</summary>
public static class ExampleWorld
{
    public static readonly DateOnly Today = new(2026, 3, 15);

    public static IReadOnlyList<DirectoryRecord> Records { get; } =
    [
        Network("globe"), Network("carin"), Network("ncpa"), Network("iap"), Network("new-net"),

        // XA: the usual requester, works in French and English, has said how it writes.
        State("XA", "fr"),
        Body("XA-001", For(Function.MutualLegalAssistance), For(Function.Extradition), For(Function.Prevention)) with { Channels = ["email", "interpol"], WorkingLanguages = ["fr", "en"] },
        Body("XA-002", For(Function.AssetRecovery)),
        Member("globe", 1, "XA-001") with { SecureChannel = YesNoNotStated.Yes },
        Member("carin", 1, "XA-002"),

        // XB: has everything, and has said everything.
        State("XB", "de") with { InterpolRoute = InterpolRoute.UrgentOnly, ExtraditionBasis = ExtraditionBasis.Yes },
        Body("XB-001", Whole(Function.MutualLegalAssistance), Whole(Function.Extradition)) with { ContactPoints = Contacts("XB-001") },
        Body("XB-002", For(Function.AssetRecovery)) with { WorkingLanguages = ["de", "fr"], ContactPoints = Contacts("XB-002") },
        Body("XB-003") with { WorkingLanguages = ["de"] },
        Body("XB-004", For(Function.Prevention)),
        Body("XB-005", For(Function.CivilAndAdministrativeProceedings)),
        Member("globe", 2, "XB-003") with { SecureChannel = YesNoNotStated.Yes },
        Member("carin", 2, "XB-002"),
        Member("ncpa", 2, "XB-004"),
        Member("iap", 2, "XB-001"),
        Member("new-net", 2, "XB-005"),

        // XC: a party of which nothing is held.
        State("XC", "es"),

        // XD: no party; its authority rests on another instrument.
        State("XD", "pt") with { ConventionStatus = ConventionStatus.NonParty, ConsentOn = null, ConsentBy = null, InForceOn = null },
        Body("XD-001", For(Function.MutualLegalAssistance) with { Instrument = Instrument.Untoc }),

        // XE: a signatory with a body whose function nobody knows.
        State("XE") with { ConventionStatus = ConventionStatus.Signatory, ConsentOn = null, ConsentBy = null, InForceOn = null },
        Body("XE-001"),

        // XF: a party from tomorrow on.
        State("XF", "fr") with { InForceOn = Today.AddDays(1) },
        Body("XF-001", For(Function.MutualLegalAssistance)),

        // XG: refuses INTERPOL and the Convention as a basis for extradition; the day on which it became bound is not held.
        State("XG", "es") with { InForceOn = null, InterpolRoute = InterpolRoute.No, ExtraditionBasis = ExtraditionBasis.No, AcceptedLanguages = ["es-419"] },
        Body("XG-001", For(Function.MutualLegalAssistance) with { Instrument = Instrument.CybercrimeConvention, Rank = Rank.Primary }),
        Body("XG-002", For(Function.MutualLegalAssistance) with { Rank = Rank.Secondary }, For(Function.Extradition)),
        Body("XG-003", For(Function.MutualLegalAssistance) with { Instrument = Instrument.NotStated }),

        // XH: bodies that closed, one with and one without a successor, one whose successor is said to be abroad; an applicant of GlobE.
        State("XH", "fr"),
        Body("XH-001", For(Function.MutualLegalAssistance)) with { Status = AuthorityStatus.Closed, SuccessorId = "XH-002" },
        Body("XH-002"),
        Body("XH-003", For(Function.AssetRecovery)) with { Status = AuthorityStatus.Merged },
        Body("XH-004", For(Function.Prevention)) with { Status = AuthorityStatus.Closed, SuccessorId = "XB-004" },
        Member("globe", 3, "XH-002") with { Kind = MembershipKind.Applicant },

        // XI: a designation for one territory beside one for all, a notice, one that ended, a member that is a name only, a number that works inside only.
        State("XI", "en"),
        Body("XI-001", For(Function.MutualLegalAssistance) with { Rank = Rank.Primary, Scope = new("Islands") }),
        Body("XI-002", For(Function.MutualLegalAssistance) with { AcceptedLanguages = ["en"] }) with { ContactPoints = Domestic("XI-002") },
        Body("XI-003", For(Function.Prevention) with { ValidTo = Today.AddDays(-1) }),
        new Notice { Id = "XI-n1", StateCode = "XI", AuthorityId = "XI-002", Text = "Write to the registry until the move is over.", From = Today, Until = Today, Source = Some.Source },
        Some.Membership("globe-004", "XI", null),

        // EU: an organization of States.
        State("EU") with { Kind = StateKind.RegionalOrganization, RegionalGroup = null },
        Body("EU-001"),
    ];

    public static DirectoryView View { get; } = TrialDirectory.View(Today, [.. Records]);

    private static Network Network(string code) => new() { Code = code, Name = code, Description = code, Source = Some.Source };

    private static State State(string code, params string[] languages) => Some.State(code, code) with { OfficialLanguages = languages };

    private static Authority Body(string id, params Designation[] designations) => Some.Authority(id, $"Body {id}") with
    {
        Designations = [.. designations.Select((designation, i) => designation with { Id = $"{id}-d{i + 1}" })],
        ContactPoints = [],
    };

    private static Designation For(Function function) => Some.Designation("", function) with { Rank = Rank.NotStated };

    private static Designation Whole(Function function) => For(function) with
    {
        Rank = Rank.Primary,
        AcceptedLanguages = ["de", "en"],
        Channels = ["email", "post"],
        Requirements = "Facts, law and what is asked for.",
        ConfirmedOn = Today.AddMonths(-1),
        ConfirmedByRole = ActorRole.FocalPoint,
    };

    private static Membership Member(string network, int number, string authority) =>
        Some.Membership($"{network}-00{number}", authority[..2], authority) with { Network = network };

    private static ContactPoint[] Contacts(string id) =>
    [
        Some.Contact($"{id}-c1", ContactKind.Email, "general@example.org", Audience.Public),
        Some.Contact($"{id}-c2", ContactKind.Email, "requests@example.org", Audience.Public) with { Purpose = ContactPurpose.Requests },
        Some.Contact($"{id}-c3", ContactKind.Phone, "+44 20 7946 0001", Audience.Public) with { Purpose = ContactPurpose.Urgent },
    ];

    private static ContactPoint[] Domestic(string id) =>
    [
        Some.Contact($"{id}-c1", ContactKind.Phone, "154", Audience.Public) with { DialableFrom = DialableFrom.Domestic, Purpose = ContactPurpose.Requests },
        Some.Contact($"{id}-c2", ContactKind.Email, "office@example.org", Audience.Public),
    ];
}
