using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>What a view holds of the requested State for a kind of route, best first.</summary>
internal sealed class Candidates(Pair pair)
{
    internal const string Globe = "globe";
    private const int MostSuccessors = 8;

    private static readonly Rank[] RankOrder = [Rank.Primary, Rank.NotStated, Rank.Secondary];

    /// <summary>Empty when there is none.</summary>
    public IReadOnlyList<Candidate> Of(RouteKind kind) => kind switch
    {
        RouteKind.GlobePeer => [.. Members(isGlobe: true)],
        RouteKind.NetworkContact => [.. Members(isGlobe: false)],
        RouteKind.Interpol => TakesInterpol() ? [new(kind)] : [],
        RouteKind.DiplomaticChannel => [new(kind)],
        _ => Designated(kind),
    };

    /// <summary>Whether the requested State takes requests through INTERPOL, as its designation or else the State itself says.</summary>
    public static InterpolRoute InterpolOf(Pair pair) =>
        pair.Requested.Designations.Where(d => d.IsCurrent && d.Record.Function is Function.MutualLegalAssistance or Function.Extradition)
            .Select(d => d.Record.InterpolRoute).Where(route => route != InterpolRoute.NotStated)
            .DefaultIfEmpty(pair.Requested.Record.InterpolRoute).Min();

    /// <summary>Of a police exchange it is not asked whether a State takes requests that way.</summary>
    private bool TakesInterpol() =>
        pair.Requested.Record.Kind == StateKind.State && !(pair.IsFormal && InterpolOf(pair) == InterpolRoute.No);

    private List<Candidate> Designated(RouteKind kind) =>
    [
        .. from designation in pair.Requested.Designations
           where designation.IsCurrent && designation.Record.Function == Pair.FunctionOf(kind)
           let now = Now(designation.Authority)
           where !IsGone(now)
           group new Ground(designation, pair.TieOf(designation.Record.Instrument)) by now into grounds
           let best = grounds.OrderBy(Standing).ThenBy(IsLimited).ThenBy(Place).ThenBy(ground => ground.Designation.Record.Id, StringComparer.Ordinal).ToList()
           orderby Standing(best[0]), IsLimited(best[0]), Place(best[0]), best[0].Designation.Freshness, grounds.Key.Record.Id
           select new Candidate(kind) { Authority = grounds.Key, Grounds = best },
    ];

    /// <summary>Members, those of networks in which both States have one first.</summary>
    private IEnumerable<Candidate> Members(bool isGlobe)
    {
        var own = Pair.Members(pair.Requesting).Select(place => place.Record.Network).ToHashSet(StringComparer.Ordinal);
        return from place in Pair.Members(pair.Requested)
               where IsFor(place, isGlobe) && (place.Authority is not { } authority || (authority.State == pair.Requested && !IsGone(Now(authority))))
               orderby own.Contains(place.Record.Network) descending, place.Record.Id
               select new Candidate(isGlobe ? RouteKind.GlobePeer : RouteKind.NetworkContact) { Authority = place.Authority is { } member ? Now(member) : null, Membership = place };
    }

    /// <summary>Whether a place is in GlobE, or in another network that serves the need.</summary>
    public bool IsFor(MembershipEntry place, bool isGlobe) =>
        place.Record.Network == Globe == isGlobe && (isGlobe || NetworkPurpose.Serves(place.Record.Network, pair.Question.Need));

    /// <summary>The strongest ground first: the Convention where it binds both, another instrument, one that is not named, the Convention where it does not.</summary>
    private static int Standing(Ground ground) => ground switch
    {
        { Tie: Tie.Both } => 0,
        { Tie: Tie.NotBoth } => 3,
        { Designation.Record.Instrument: Instrument.NotStated } => 2,
        _ => 1,
    };

    /// <summary>Whether a designation is limited to a territory, subject or stage.</summary>
    internal static bool IsLimited(Ground ground) => ground.Designation.Record.Scope is not { Territory: null, Subject: null, Stage: null };

    private static int Place(Ground ground) => Array.IndexOf(RankOrder, ground.Designation.Record.Rank);

    /// <summary>The authority that acts today: the last successor of the same State, as far as one is held.</summary>
    private static AuthorityEntry Now(AuthorityEntry authority)
    {
        for (var hops = 0; IsGone(authority) && hops < MostSuccessors && authority.Successor is { } next && next.State == authority.State; hops++)
        {
            authority = next;
        }

        return authority;
    }

    private static bool IsGone(AuthorityEntry authority) => authority.Record.Status is AuthorityStatus.Closed or AuthorityStatus.Merged;
}

/// <summary>An authority or way that a route may lead to.</summary>
internal sealed record Candidate(RouteKind Kind)
{
    public AuthorityEntry? Authority { get; init; }

    public IReadOnlyList<Ground> Grounds { get; init; } = [];

    public MembershipEntry? Membership { get; init; }
}
