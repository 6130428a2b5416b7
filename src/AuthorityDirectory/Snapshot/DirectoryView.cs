using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Snapshot;

/// <summary>All that one audience may see on one day: a value it may not see is not in here, so nothing asked of a view can leak it.</summary>
/// <remarks>Immutable; indexes are made when first asked for. Every list is in the order of keys (ordinal).</remarks>
public sealed class DirectoryView
{
    private Dictionary<string, StateEntry>? _states;
    private Dictionary<string, AuthorityEntry>? _authorities;
    private Dictionary<string, DesignationEntry>? _designations;
    private Dictionary<string, ContactPointEntry>? _contactPoints;
    private Dictionary<string, MembershipEntry>? _memberships;
    private Dictionary<Function, AuthorityEntry[]>? _byFunction;
    private Dictionary<string, MembershipEntry[]>? _byNetwork;
    private AuthorityEntry[]? _centralAuthorities;
    private AuthorityEntry[]? _globeMembers;
    private NameSearch? _names;

    /// <summary>For whom.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The last sequence of the ledger that changed something visible here; 0 when nothing is.</summary>
    public required long Position { get; init; }

    /// <summary>The hash of that entry; 64 zeros when there is none.</summary>
    public required string HeadHash { get; init; }

    /// <summary>The UTC day for which everything is computed.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The first later day on which, without any new entry, something here is different: a designation begins or ends, a confirmation falls due; null when none is known.</summary>
    public DateOnly? NextChangeOn { get; init; }

    /// <summary>States and the European Union.</summary>
    public required IReadOnlyList<StateEntry> States { get; init; }

    /// <summary>Every body.</summary>
    public required IReadOnlyList<AuthorityEntry> Authorities { get; init; }

    /// <summary>Every designation, current and other.</summary>
    public required IReadOnlyList<DesignationEntry> Designations { get; init; }

    /// <summary>Every contact point.</summary>
    public required IReadOnlyList<ContactPointEntry> ContactPoints { get; init; }

    /// <summary>Every place in a network.</summary>
    public required IReadOnlyList<MembershipEntry> Memberships { get; init; }

    /// <summary>Every notice, current and other.</summary>
    public required IReadOnlyList<NoticeEntry> Notices { get; init; }

    /// <summary>Networks.</summary>
    public required IReadOnlyList<Network> Networks { get; init; }

    /// <summary>Channels of communication.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Figures as published by others.</summary>
    public required IReadOnlyList<CoverageFigure> CoverageFigures { get; init; }

    /// <summary>The acts that changed something visible here, by sequence.</summary>
    public required IReadOnlyList<ChangeEntry> Changes { get; init; }

    /// <summary>The State with this code; null when the view holds none. Codes are upper case.</summary>
    public StateEntry? State(string code) => (_states ??= Index(States, entry => entry.Record.Code)).GetValueOrDefault(code);

    /// <summary>The authority with this id; null when the view holds none.</summary>
    public AuthorityEntry? Authority(string id) => (_authorities ??= Index(Authorities, entry => entry.Record.Id)).GetValueOrDefault(id);

    /// <summary>The designation with this id; null when the view holds none.</summary>
    public DesignationEntry? Designation(string id) => (_designations ??= Index(Designations, entry => entry.Record.Id)).GetValueOrDefault(id);

    /// <summary>The contact point with this id; null when the view holds none.</summary>
    public ContactPointEntry? ContactPoint(string id) => (_contactPoints ??= Index(ContactPoints, entry => entry.Record.Id)).GetValueOrDefault(id);

    /// <summary>The place in a network with this id; null when the view holds none.</summary>
    public MembershipEntry? Membership(string id) => (_memberships ??= Index(Memberships, entry => entry.Record.Id)).GetValueOrDefault(id);

    /// <summary>The authorities with a current designation for a function, under whatever instrument, by id.</summary>
    public IReadOnlyList<AuthorityEntry> WithFunction(Function function) =>
        (_byFunction ??= Codes.Functions.All.ToDictionary(f => f, f => Those(a => a.Functions.Contains(f))))[function];

    /// <summary>The authorities with a current designation for mutual legal assistance or extradition, by id.</summary>
    public IReadOnlyList<AuthorityEntry> CentralAuthorities => _centralAuthorities ??= Those(authority =>
        authority.Functions.Contains(Function.MutualLegalAssistance) || authority.Functions.Contains(Function.Extradition));

    /// <summary>The authorities that are members of the GlobE Network on the view's day, by id.</summary>
    public IReadOnlyList<AuthorityEntry> GlobeMembers => _globeMembers ??= Those(authority => authority.GlobeMembership == NetworkStanding.Member);

    /// <summary>The places in a network, current and other, by id; empty when the network is not held.</summary>
    /// <param name="code">The network's code.</param>
    public IReadOnlyList<MembershipEntry> InNetwork(string code) =>
        (_byNetwork ??= Memberships.GroupBy(m => m.Record.Network).ToDictionary(g => g.Key, MembershipEntry[] (g) => [.. g]))
            .GetValueOrDefault(code, []);

    /// <summary>States and authorities by name, best match first.</summary>
    /// <param name="text">Words in any language and script; accents and case do not matter. Every word must be found.</param>
    /// <param name="most">The most hits to return.</param>
    public IReadOnlyList<SearchHit> Search(string text, int most = 50) => (_names ??= new NameSearch(this)).Find(text, most);

    private AuthorityEntry[] Those(Func<AuthorityEntry, bool> condition) => [.. Authorities.Where(condition)];

    private static Dictionary<string, T> Index<T>(IEnumerable<T> entries, Func<T, string> key) =>
        entries.ToDictionary(key, StringComparer.Ordinal);
}
