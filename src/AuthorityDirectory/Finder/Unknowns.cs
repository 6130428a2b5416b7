using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>Collects what the directory does not know about a route.</summary>
internal sealed class Unknowns(Pair pair, CounterpartRoute route)
{
    /// <summary>Each once, in the order of the list.</summary>
    public IEnumerable<Unknown> All() => new (Unknown Unknown, bool Holds)[]
    {
        (Unknown.TieNotKnown, route.Grounds.Any(IsTreaty) && route.Grounds.All(ground => ground.Tie == Tie.NotKnown)),
        (Unknown.InForceDayNotHeld, route.Grounds.Any(ground => ground.Tie == Tie.Both) && (HasNoDay(pair.Requesting) || HasNoDay(pair.Requested))),
        (Unknown.ExtraditionBasisNotStated, pair.IsFormal && pair.Question.Need == Need.Extradition && pair.Convention == Tie.Both && pair.Requested.Record.ExtraditionBasis == ExtraditionBasis.NotStated),
        (Unknown.LanguagesNotStated, HasPeople && route.Language.Match == LanguageMatch.NotStated),
        (Unknown.OwnLanguagesNotHeld, HasPeople && route.Language.Match == LanguageMatch.OwnNotHeld),
        (Unknown.ChannelsNotStated, HasPeople && route.Channels.All(channel => channel.Requested == YesNoNotStated.NotStated)),
        (Unknown.OwnChannelsNotStated, HasPeople && route.Channels.All(channel => channel.Requesting == YesNoNotStated.NotStated)),
        (Unknown.InterpolNotStated, route.Kind == RouteKind.Interpol && pair.IsFormal && !route.Reasons.Contains(Reason.InterpolAgreed)),
        (Unknown.ContactNotHeld, HasPeople && route.Contacts.Count == 0),
        (Unknown.UrgentContactNotHeld, HasPeople && pair.Question.Urgent && !route.Contacts.Any(contact => contact.Record.Purpose == ContactPurpose.Urgent)),
        (Unknown.RequirementsNotStated, pair.IsFormal && route.Grounds.Count > 0 && route.Grounds.All(ground => ground.Designation.Record.Requirements is null)),
        (Unknown.NotConfirmed, route.Freshness is Freshness.NeverConfirmed or Freshness.Overdue),
        (Unknown.SenderNotHeld, HasDesignation && route.Senders.Count == 0),
        (Unknown.OwnMembershipNotHeld, route.Membership is not null && !route.Reasons.Contains(Reason.SharedNetwork)),
        (Unknown.AuthorityNotHeld, route.Membership is not null && route.Authority is null),
    }.Where(unknown => unknown.Holds).Select(unknown => unknown.Unknown);

    /// <summary>Whether somebody reads what is sent, not only passes it on.</summary>
    private bool HasPeople => route.Kind is not (RouteKind.Interpol or RouteKind.DiplomaticChannel);

    private bool HasDesignation => Pair.FunctionOf(route.Kind) is not null;

    /// <summary>Whether there is an instrument that may bind both; a law of one State binds no other.</summary>
    private static bool IsTreaty(Ground ground) => ground.Designation.Record.Instrument != Instrument.NationalLaw;

    private static bool HasNoDay(StateEntry state) => state.Record.InForceOn is null;
}
