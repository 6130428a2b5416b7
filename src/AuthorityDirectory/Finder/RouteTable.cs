using AuthorityDirectory.CodeLists;
using static AuthorityDirectory.CodeLists.Need;
using static AuthorityDirectory.CodeLists.RouteKind;
using static AuthorityDirectory.Finder.Reason;

namespace AuthorityDirectory.Finder;

/// <summary>The rules of the finder: for each need, pace and form the routes in the order in which they are tried, each with the reason for its place.</summary>
/// <remarks>The first row that fits holds. What only the data can say, such as who is designated or whether a State takes requests through INTERPOL, is not in here.</remarks>
public static class RouteTable
{
    private static readonly Step Receives = new(CentralAuthority, ReceivesRequests);
    private static readonly Step Surrenders = new(ExtraditionAuthority, ReceivesRequests);
    private static readonly Step Advises = new(CentralAuthority, AdvisesBeforeRequest);
    private static readonly Step AdvisesOnSurrender = new(ExtraditionAuthority, AdvisesBeforeRequest);
    private static readonly Step Assets = new(AssetRecoveryFocalPoint, ForAssets);
    private static readonly Step Prevents = new(PreventionAuthority, ForPrevention);
    private static readonly Step Civil = new(CivilAndAdministrativeFocalPoint, ForOtherProceedings);
    private static readonly Step Globe = new(GlobePeer, PractitionersDirectly);
    private static readonly Step Network = new(NetworkContact, PractitionersOfNetwork);
    private static readonly Step Urgent = new(Interpol, UrgentThroughInterpol);
    private static readonly Step Arrest = new(Interpol, ProvisionalArrest);
    private static readonly Step Police = new(Interpol, PoliceExchange);
    private static readonly Step Last = new(DiplomaticChannel, LastResort);

    private static readonly Row[] Rows =
    [
        //  need                              urgent formal  routes, the first to try first
        new(MutualLegalAssistance,            true,  true,  [Receives, Urgent, Last]),
        new(MutualLegalAssistance,            false, true,  [Receives, Last]),
        new(MutualLegalAssistance,            true,  false, [Globe, Police, Advises, Network, Last]),
        new(MutualLegalAssistance,            false, false, [Globe, Advises, Network, Police, Last]),

        new(Extradition,                      true,  true,  [Surrenders, Arrest, Last]),
        new(Extradition,                      false, true,  [Surrenders, Last]),
        new(Extradition,                      true,  false, [Police, AdvisesOnSurrender, Advises, Network, Last]),
        new(Extradition,                      false, false, [AdvisesOnSurrender, Advises, Network, Police, Last]),

        new(TracingOrFreezing,                true,  true,  [Receives, Assets, Urgent, Last]),
        new(TracingOrFreezing,                false, true,  [Receives, Assets, Last]),
        new(TracingOrFreezing,                true,  false, [Assets, Globe, Network, Police, Advises, Last]),
        new(TracingOrFreezing,                false, false, [Assets, Globe, Network, Advises, Police, Last]),

        new(ReturningAssets,                  null,  true,  [Receives, Assets, Last]),
        new(ReturningAssets,                  null,  false, [Assets, Advises, Network, Globe, Last]),

        new(InformalContact,                  true,  null,  [Globe, Police, Network, Assets, Advises, Last]),
        new(InformalContact,                  false, null,  [Globe, Network, Assets, Police, Advises, Last]),

        new(Prevention,                       null,  true,  [Prevents, Last]),
        new(Prevention,                       null,  false, [Prevents, Network, Last]),

        new(CivilOrAdministrativeProceedings, null,  true,  [Civil, Last]),
        new(CivilOrAdministrativeProceedings, null,  false, [Civil, Network, Globe, Last]),
    ];

    /// <summary>The routes to try for a question, in order.</summary>
    public static IReadOnlyList<Step> For(Need need, bool urgent, bool formal) => Rows.First(row => row.Fits(need, urgent, formal)).Steps;

    /// <summary>The kinds of route that are not tried for a question but come to mind: those of other rows for the need, and the general ones; each with the reason why not.</summary>
    public static IEnumerable<Step> Against(Need need, bool urgent, bool formal)
    {
        var tried = Kinds(For(need, urgent, formal));
        var general = new[] { GlobePeer, NetworkContact, Interpol };
        return Rows.Where(row => row.Need == need).SelectMany(row => Kinds(row.Steps)).Concat(general).Except(tried).Order()
            .Select(kind => new Step(kind, WhyNot(kind, need, urgent, formal)));
    }

    private static Reason WhyNot(RouteKind kind, Need need, bool urgent, bool formal) =>
        !urgent && Kinds(For(need, true, formal)).Contains(kind) ? OnlyWhenUrgent
        : formal && Kinds(For(need, urgent, false)).Contains(kind) ? NotForFormalRequests
        : NotForThisNeed;

    private static IEnumerable<RouteKind> Kinds(IEnumerable<Step> steps) => steps.Select(step => step.Kind);

    private sealed record Row(Need Need, bool? Urgent, bool? Formal, Step[] Steps)
    {
        public bool Fits(Need need, bool urgent, bool formal) => Need == need && (Urgent ?? urgent) == urgent && (Formal ?? formal) == formal;
    }
}

/// <summary>A kind of route with the reason for its place, or for having none.</summary>
/// <param name="Kind">The kind of route.</param>
/// <param name="Reason">Why it stands where it does, or why it is not tried.</param>
public sealed record Step(RouteKind Kind, Reason Reason);
