using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>Holds the channels of both sides of a route against each other.</summary>
internal sealed class ChannelMatching(Pair pair, Candidate candidate)
{
    private const string GlobePlatform = "globe-platform";

    /// <summary>Each channel that a side states, the shared ones first.</summary>
    public List<ChannelMatch> With(IReadOnlyList<AuthorityEntry> senders)
    {
        if (candidate.Kind is RouteKind.Interpol or RouteKind.DiplomaticChannel)
        {
            return [];
        }

        var (own, theirs) = (Own(senders), Theirs());
        return [.. own.Union(theirs).Select(code => new ChannelMatch(code, Stated(own, code), Stated(theirs, code)))
            .OrderByDescending(match => match.IsShared).ThenByDescending(match => match.Requested == YesNoNotStated.Yes).ThenBy(match => match.Code, StringComparer.Ordinal)];
    }

    private HashSet<string> Own(IReadOnlyList<AuthorityEntry> senders) =>
        [.. senders.SelectMany(sender => sender.Record.Channels), .. Platform(Pair.Members(pair.Requesting))];

    private HashSet<string> Theirs() =>
    [
        .. candidate.Authority?.Record.Channels ?? [],
        .. candidate.Grounds.SelectMany(ground => ground.Designation.Record.Channels),
        .. Platform(candidate.Membership is { } place ? [place] : []),
    ];

    /// <summary>The secure platform of GlobE, on a route through that network, where a member is said to use it.</summary>
    private IEnumerable<string> Platform(IEnumerable<MembershipEntry> places) =>
        candidate.Kind == RouteKind.GlobePeer && places.Any(place => place.Record is { Network: Candidates.Globe, SecureChannel: YesNoNotStated.Yes }) ? [GlobePlatform] : [];

    private static YesNoNotStated Stated(HashSet<string> channels, string code) => channels.Contains(code) ? YesNoNotStated.Yes : YesNoNotStated.NotStated;
}
