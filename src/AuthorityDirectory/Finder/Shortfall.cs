using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>Says why a route that the rules would try is not there, and what can be done instead.</summary>
internal sealed class Shortfall(Pair pair, Candidates candidates)
{
    /// <summary>The route as dropped.</summary>
    public CounterpartRoute Of(RouteKind kind) => kind switch
    {
        RouteKind.Interpol => Drop(kind, pair.Requested.Record.Kind == StateKind.State ? Reason.InterpolRefused : Reason.OrganizationHasNoBureau, [Instead.TakeRankedRoute]),
        RouteKind.GlobePeer or RouteKind.NetworkContact => Drop(kind, OnlyOthers(kind) ? Reason.NoMember : Reason.NoneHeld, [Instead.TakeRankedRoute]),
        _ when Gone(kind) is { } authority => Drop(kind, Reason.AuthorityClosed, [.. Remedies(kind)]) with { Authority = authority },
        _ => Drop(kind, IsParty ? Reason.NoneHeld : Reason.NoneHeldNoParty, [.. Remedies(kind)]),
    };

    /// <summary>What can be done instead of a route that the rules do not try.</summary>
    public static Instead Against(Reason reason) => reason == Reason.NotForFormalRequests ? Instead.AskInformally : Instead.TakeRankedRoute;

    private bool IsParty => pair.Requested.Record.ConventionStatus == ConventionStatus.Party;

    private bool OnlyOthers(RouteKind kind) =>
        pair.Requested.Memberships.Any(place => place.IsCurrent && place.Record.Kind != MembershipKind.Member && candidates.IsFor(place, kind == RouteKind.GlobePeer));

    /// <summary>The designated authority that no longer exists; null when there is none.</summary>
    private AuthorityEntry? Gone(RouteKind kind) =>
        pair.Requested.Designations.FirstOrDefault(d => d.IsCurrent && d.Record.Function == Pair.FunctionOf(kind))?.Authority;

    private IEnumerable<Instead> Remedies(RouteKind kind)
    {
        if (pair.Requested.Record.Kind == StateKind.RegionalOrganization && kind != RouteKind.PreventionAuthority)
        {
            yield return Instead.AskMemberState;
        }

        if (pair.Requested.Authorities.Any(authority => authority.Functions.Any(function => function is Function.MutualLegalAssistance or Function.Extradition && function != Pair.FunctionOf(kind))))
        {
            yield return Instead.AskCentralAuthority;
        }

        if (pair.Requested.Authorities.Any(authority => authority.Functions.Count == 0))
        {
            yield return Instead.SeeOtherBodies;
        }

        if (IsParty)
        {
            yield return Instead.AskSecretariat;
        }

        yield return Instead.TakeDiplomaticChannel;
    }

    private static CounterpartRoute Drop(RouteKind kind, Reason reason, IReadOnlyList<Instead> instead) => new() { Rank = null, Kind = kind, Reasons = [reason], Instead = instead };
}
