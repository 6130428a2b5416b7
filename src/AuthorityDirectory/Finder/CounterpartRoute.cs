using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>One way to the other State, or one that was dropped.</summary>
public sealed record CounterpartRoute
{
    /// <summary>1 is the first to try; null when it was dropped.</summary>
    public required int? Rank { get; init; }

    /// <summary>What kind of way it is.</summary>
    public required RouteKind Kind { get; init; }

    /// <summary>Why it ranks there, or why it was dropped: first what decides, then what else counts for or against it.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>What can be done instead of a route that was dropped; empty for one that was not.</summary>
    public IReadOnlyList<Instead> Instead { get; init; } = [];

    /// <summary>The authority of the requested State; null where a route has none, or none is held.</summary>
    public AuthorityEntry? Authority { get; init; }

    /// <summary>What it is designated under, the strongest first; empty for routes without designation.</summary>
    public IReadOnlyList<Ground> Grounds { get; init; } = [];

    /// <summary>The place in a network; null for other routes.</summary>
    public MembershipEntry? Membership { get; init; }

    /// <summary>The authorities of the requesting State for the same function or network: who would write; empty when none is held.</summary>
    public IReadOnlyList<AuthorityEntry> Senders { get; init; } = [];

    /// <summary>The channels that either side states, those that both do first; empty when neither states any.</summary>
    public IReadOnlyList<ChannelMatch> Channels { get; init; } = [];

    /// <summary>In which language to write.</summary>
    public LanguageAdvice Language { get; init; } = LanguageAdvice.None;

    /// <summary>Contact points for the purpose that the view's audience may see, best first; empty when none is held.</summary>
    public IReadOnlyList<ContactPointEntry> Contacts { get; init; } = [];

    /// <summary>How fresh the State's confirmation is; null for routes without authority.</summary>
    public Freshness? Freshness { get; init; }

    /// <summary>The day of that confirmation; null when there was none.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Notices of the requested State that hold today and concern the route.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>What the directory does not know and a requester should ask; empty for a route that was dropped.</summary>
    public IReadOnlyList<Unknown> NotKnown { get; init; } = [];
}

/// <summary>A designation that a route rests on.</summary>
/// <param name="Designation">The designation; it holds on the view's day.</param>
/// <param name="Tie">Whether its instrument binds both States.</param>
public sealed record Ground(DesignationEntry Designation, Tie Tie);

/// <summary>A channel as both sides state it. What a side does not state is not stated, never no.</summary>
/// <param name="Code">Code of the <see cref="Channel"/>.</param>
/// <param name="Requesting">Whether the requesting side states it.</param>
/// <param name="Requested">Whether the requested side does.</param>
public sealed record ChannelMatch(string Code, YesNoNotStated Requesting, YesNoNotStated Requested)
{
    /// <summary>Whether both sides state it.</summary>
    public bool IsShared => (Requesting, Requested) is (YesNoNotStated.Yes, YesNoNotStated.Yes);
}

/// <summary>In which language to write.</summary>
/// <param name="Match">What follows from what both sides state.</param>
/// <param name="Languages">BCP 47 tags: the languages in common; those to translate into; or, when the other side states none, those it works in or else its official ones, which are no statement.</param>
public sealed record LanguageAdvice(LanguageMatch Match, IReadOnlyList<string> Languages)
{
    /// <summary>The other side states nothing, and no official language of it is held.</summary>
    public static LanguageAdvice None { get; } = new(LanguageMatch.NotStated, []);
}
