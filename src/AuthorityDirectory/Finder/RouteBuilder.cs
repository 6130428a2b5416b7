using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>Puts together what a requester must know about one route.</summary>
internal sealed class RouteBuilder(Pair pair, Candidate candidate, Step step)
{
    private readonly AuthorityEntry? _authority = candidate.Authority;
    private readonly Ground? _ground = candidate.Grounds.Count > 0 ? candidate.Grounds[0] : null;

    /// <summary>The route at a rank.</summary>
    public CounterpartRoute Build(int rank)
    {
        var senders = Senders();
        var route = new CounterpartRoute
        {
            Rank = rank,
            Kind = candidate.Kind,
            Reasons = [step.Reason, .. Further()],
            Authority = _authority,
            Grounds = candidate.Grounds,
            Membership = candidate.Membership,
            Senders = senders,
            Channels = new ChannelMatching(pair, candidate).With(senders),
            Language = new LanguageMatching(pair, candidate).With(senders),
            Contacts = Contacts(),
            Freshness = _ground?.Designation.Freshness ?? _authority?.Freshness,
            ConfirmedOn = _ground?.Designation.Record.ConfirmedOn ?? _authority?.Record.ConfirmedOn,
            Notices = Notices(),
        };
        return route with { NotKnown = [.. new Unknowns(pair, route).All()] };
    }

    private IEnumerable<Reason> Further() => new (Reason Reason, bool Holds)[]
    {
        (Reason.TookOver, _ground is not null && _ground.Designation.Authority != _authority),
        (Reason.ConventionBindsBoth, _ground?.Tie == Tie.Both),
        (Reason.ConventionDoesNotBindBoth, _ground?.Tie == Tie.NotBoth),
        (Reason.UnderUnnamedInstrument, _ground?.Designation.Record.Instrument == Instrument.NotStated),
        (Reason.UnderOtherInstrument, _ground is { Tie: Tie.NotKnown, Designation.Record.Instrument: not Instrument.NotStated }),
        (Reason.NamedFirst, _ground?.Designation.Record.Rank == Rank.Primary),
        (Reason.NamedFurther, _ground?.Designation.Record.Rank == Rank.Secondary),
        (Reason.LimitedScope, _ground is not null && Candidates.IsLimited(_ground)),
        (Reason.SharedNetwork, candidate.Membership is { } place && Pair.Members(pair.Requesting).Any(own => own.Record.Network == place.Record.Network)),
        (Reason.InterpolAgreed, candidate.Kind == RouteKind.Interpol && pair.IsFormal && Candidates.InterpolOf(pair) is InterpolRoute.Yes or InterpolRoute.UrgentOnly),
        (Reason.ConventionNoBasisForExtradition, pair.Question.Need == Need.Extradition && _ground?.Tie == Tie.Both && pair.Requested.Record.ExtraditionBasis == ExtraditionBasis.No),
        (Reason.NoticeHolds, Notices().Count > 0),
    }.Where(further => further.Holds).Select(further => further.Reason);

    private List<AuthorityEntry> Senders() => candidate.Membership is { } place
        ? [.. Pair.Members(pair.Requesting).Where(own => own.Record.Network == place.Record.Network).Select(own => own.Authority).OfType<AuthorityEntry>().Where(own => own.State == pair.Requesting).Distinct()]
        : Pair.FunctionOf(candidate.Kind) is { } function ? [.. pair.Requesting.Authorities.Where(own => own.Functions.Contains(function))]
        : [];

    /// <summary>For urgent matters the urgent ones first, else none of them; of equals, those that work from abroad first.</summary>
    private List<ContactPointEntry> Contacts()
    {
        ContactPurpose[] order = pair.Question.Urgent
            ? [ContactPurpose.Urgent, ContactPurpose.Requests, ContactPurpose.General]
            : [ContactPurpose.Requests, ContactPurpose.General];
        return [.. (_authority?.ContactPoints ?? []).Where(contact => order.Contains(contact.Record.Purpose))
            .OrderBy(contact => contact.Record.DialableFrom).ThenBy(contact => Array.IndexOf(order, contact.Record.Purpose))];
    }

    private List<Notice> Notices() =>
        [.. (_authority?.CurrentNotices ?? pair.Requested.Notices.Where(notice => notice.IsCurrent && notice.Record.AuthorityId is null)).Select(notice => notice.Record)];
}
