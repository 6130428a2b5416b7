namespace AuthorityDirectory.CodeLists;

/// <summary>The closed lists of the directory, each in one place.</summary>
public static class Codes
{
    /// <summary>Kinds of record holders that join the Convention.</summary>
    public static readonly CodeList<StateKind> StateKinds = new();

    /// <summary>Standing of a State under the Convention.</summary>
    public static readonly CodeList<ConventionStatus> ConventionStatuses = new();

    /// <summary>Ways of consenting to be bound.</summary>
    public static readonly CodeList<ConsentForm> ConsentForms = new();

    /// <summary>The regional groups of Member States.</summary>
    public static readonly CodeList<RegionalGroup> RegionalGroups = new();

    /// <summary>Whether the Convention serves as the basis for extradition.</summary>
    public static readonly CodeList<ExtraditionBasis> ExtraditionBases = new();

    /// <summary>Whether requests may come through INTERPOL.</summary>
    public static readonly CodeList<InterpolRoute> InterpolRoutes = new();

    /// <summary>Functions for which a State designates an authority.</summary>
    public static readonly CodeList<Function> Functions = new(
        (Function.MutualLegalAssistance, "mla"),
        (Function.CivilAndAdministrativeProceedings, "civil-administrative"));

    /// <summary>Instruments under which it does so.</summary>
    public static readonly CodeList<Instrument> Instruments = new();

    /// <summary>Order among several authorities for one function.</summary>
    public static readonly CodeList<Rank> Ranks = new();

    /// <summary>Kinds of authority.</summary>
    public static readonly CodeList<AuthorityKind> AuthorityKinds = new();

    /// <summary>What became of an authority.</summary>
    public static readonly CodeList<AuthorityStatus> AuthorityStatuses = new();

    /// <summary>Kinds of contact point.</summary>
    public static readonly CodeList<ContactKind> ContactKinds = new();

    /// <summary>From where a telephone number can be dialled.</summary>
    public static readonly CodeList<DialableFrom> DialableFrom = new();

    /// <summary>What a contact point is for.</summary>
    public static readonly CodeList<ContactPurpose> ContactPurposes = new();

    /// <summary>Standing in a network.</summary>
    public static readonly CodeList<MembershipKind> MembershipKinds = new();

    /// <summary>Standing in a network as far as it is known.</summary>
    public static readonly CodeList<NetworkStanding> NetworkStandings = new();

    /// <summary>Answers that may also not have been given.</summary>
    public static readonly CodeList<YesNoNotStated> YesNo = new();

    /// <summary>Kinds of source.</summary>
    public static readonly CodeList<SourceKind> SourceKinds = new();

    /// <summary>How much of a date a source tells.</summary>
    public static readonly CodeList<DatePrecision> DatePrecisions = new();

    /// <summary>Who may see a value.</summary>
    public static readonly CodeList<Audience> Audiences = new();

    /// <summary>Roles in which people and systems act.</summary>
    public static readonly CodeList<ActorRole> ActorRoles = new();

    /// <summary>How fresh a confirmation is.</summary>
    public static readonly CodeList<Freshness> Freshness = new();

    /// <summary>Kinds of link kept for a State.</summary>
    public static readonly CodeList<LinkKind> LinkKinds = new();

    /// <summary>The six official languages of the United Nations.</summary>
    public static readonly CodeList<UnLanguage> UnLanguages = new();

    /// <summary>What published figures count.</summary>
    public static readonly CodeList<CoverageMeasure> CoverageMeasures = new(
        (CoverageMeasure.MutualLegalAssistance, "mla"),
        (CoverageMeasure.CivilAndAdministrativeProceedings, "civil-administrative"));

    /// <summary>How far a request to change the directory has come.</summary>
    public static readonly CodeList<RequestStatus> RequestStatuses = new();

    /// <summary>Kinds of line.</summary>
    public static readonly CodeList<LineKind> LineKinds = new();

    /// <summary>What is done to a line.</summary>
    public static readonly CodeList<LineAct> LineActs = new();

    /// <summary>Needs that the finder answers.</summary>
    public static readonly CodeList<Need> Needs = new(
        (Need.MutualLegalAssistance, "mla"),
        (Need.CivilOrAdministrativeProceedings, "civil-administrative"));

    /// <summary>Kinds of route that it answers with.</summary>
    public static readonly CodeList<RouteKind> RouteKinds = new();
}
