using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>Two different States of a view, one asking the other.</summary>
internal sealed record Pair(DirectoryView View, CounterpartQuestion Question, StateEntry Requesting, StateEntry Requested)
{
    /// <summary>Whether only what can receive a request counts.</summary>
    public bool IsFormal => Question.Formal && Question.Need != Need.InformalContact;

    /// <summary>Whether the Convention binds both on the day. A party whose day of entry into force is not held counts as bound.</summary>
    public Tie Convention => IsBound(Requesting.Record) && IsBound(Requested.Record) ? Tie.Both : Tie.NotBoth;

    /// <summary>Whether an instrument binds both; of others than the Convention the directory does not know the parties.</summary>
    public Tie TieOf(Instrument instrument) => instrument == Instrument.Uncac ? Convention : Tie.NotKnown;

    /// <summary>The function for which a kind of route is designated; null for routes without designation.</summary>
    public static Function? FunctionOf(RouteKind kind) => kind switch
    {
        RouteKind.CentralAuthority => Function.MutualLegalAssistance,
        RouteKind.ExtraditionAuthority => Function.Extradition,
        RouteKind.AssetRecoveryFocalPoint => Function.AssetRecovery,
        RouteKind.PreventionAuthority => Function.Prevention,
        RouteKind.CivilAndAdministrativeFocalPoint => Function.CivilAndAdministrativeProceedings,
        _ => null,
    };

    /// <summary>Members in networks that a State has today.</summary>
    public static IEnumerable<MembershipEntry> Members(StateEntry state) =>
        state.Memberships.Where(place => place.IsCurrent && place.Record.Kind == MembershipKind.Member);

    private bool IsBound(State state) => state.ConventionStatus == ConventionStatus.Party && !(state.InForceOn > View.Date);
}
