using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Snapshot;

/// <summary>A State as one view shows it, with everything of it that the view holds.</summary>
public sealed class StateEntry
{
    /// <summary>The record.</summary>
    public required State Record { get; init; }

    /// <summary>The revision that last changed something visible in this view.</summary>
    public required int Revision { get; init; }

    /// <summary>When that was, UTC.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Its authorities, by id.</summary>
    public IReadOnlyList<AuthorityEntry> Authorities { get; internal set; } = [];

    /// <summary>The designations of its authorities, current and other, by id.</summary>
    public IReadOnlyList<DesignationEntry> Designations { get; internal set; } = [];

    /// <summary>Its places in networks, by id.</summary>
    public IReadOnlyList<MembershipEntry> Memberships { get; internal set; } = [];

    /// <summary>Its notices, current and other, those about one authority too, by id.</summary>
    public IReadOnlyList<NoticeEntry> Notices { get; internal set; } = [];
}

/// <summary>An authority as one view shows it on one day.</summary>
public sealed class AuthorityEntry
{
    /// <summary>The record, with the contact points that the view's audience may see.</summary>
    public required Authority Record { get; init; }

    /// <summary>Its State.</summary>
    public required StateEntry State { get; init; }

    /// <summary>The revision that last changed something visible in this view.</summary>
    public required int Revision { get; init; }

    /// <summary>When that was, UTC.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Its designations, current and other, by id.</summary>
    public IReadOnlyList<DesignationEntry> Designations { get; internal set; } = [];

    /// <summary>Its contact points that the view's audience may see, in the order of the record.</summary>
    public IReadOnlyList<ContactPointEntry> ContactPoints { get; internal set; } = [];

    /// <summary>Its places in networks, by id.</summary>
    public IReadOnlyList<MembershipEntry> Memberships { get; internal set; } = [];

    /// <summary>The functions of its current designations, each once, in the order of the list.</summary>
    public IReadOnlyList<Function> Functions { get; internal set; } = [];

    /// <summary>The instruments of its current designations, each once, in the order of the list.</summary>
    public IReadOnlyList<Instrument> DesignatedUnder { get; internal set; } = [];

    /// <summary>Its standing in the GlobE Network on the view's day.</summary>
    public NetworkStanding GlobeMembership { get; internal set; } = NetworkStanding.NotStated;

    /// <summary>The first e-mail address for general use or requests that the view holds; null when there is none.</summary>
    public string? Email { get; internal set; }

    /// <summary>The first telephone number for general use or requests that the view holds; null when there is none.</summary>
    public string? Phone { get; internal set; }

    /// <summary>The notices that hold on the view's day: about it, and about all of its State.</summary>
    public IReadOnlyList<NoticeEntry> CurrentNotices { get; internal set; } = [];

    /// <summary>The authority that took over; null when none is held.</summary>
    public AuthorityEntry? Successor { get; internal set; }

    /// <summary>How fresh the State's confirmation of the entry is on the view's day.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>The day from which the next confirmation is due; null when there was none.</summary>
    public required DateOnly? NextConfirmationOn { get; init; }

    /// <summary>The time zone: its own, else that of its State.</summary>
    public string TimeZone => Record.TimeZone ?? State.Record.TimeZone;
}

/// <summary>A designation as one view shows it on one day.</summary>
public sealed class DesignationEntry
{
    /// <summary>The record.</summary>
    public required Designation Record { get; init; }

    /// <summary>The designated authority.</summary>
    public required AuthorityEntry Authority { get; init; }

    /// <summary>The State that designated it.</summary>
    public StateEntry State => Authority.State;

    /// <summary>Whether it holds on the view's day.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>How fresh the State's confirmation is on the view's day.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>The day from which the next confirmation is due; null when there was none.</summary>
    public required DateOnly? NextConfirmationOn { get; init; }
}

/// <summary>A contact point as one view shows it on one day.</summary>
public sealed class ContactPointEntry
{
    /// <summary>The record.</summary>
    public required ContactPoint Record { get; init; }

    /// <summary>The authority it reaches.</summary>
    public required AuthorityEntry Authority { get; init; }

    /// <summary>How fresh the State's confirmation is on the view's day.</summary>
    public required Freshness Freshness { get; init; }

    /// <summary>The day from which the next confirmation is due; null when there was none.</summary>
    public required DateOnly? NextConfirmationOn { get; init; }
}

/// <summary>A place in a network as one view shows it on one day.</summary>
public sealed class MembershipEntry
{
    /// <summary>The record.</summary>
    public required Membership Record { get; init; }

    /// <summary>The network; null when the directory does not hold it.</summary>
    public Network? Network { get; init; }

    /// <summary>The State; null for organizations.</summary>
    public StateEntry? State { get; init; }

    /// <summary>The authority; null when the directory does not hold it.</summary>
    public AuthorityEntry? Authority { get; init; }

    /// <summary>Whether it stands on the view's day.</summary>
    public required bool IsCurrent { get; init; }
}

/// <summary>A notice as one view shows it on one day.</summary>
public sealed class NoticeEntry
{
    /// <summary>The record.</summary>
    public required Notice Record { get; init; }

    /// <summary>The State that gives it.</summary>
    public required StateEntry State { get; init; }

    /// <summary>The authority it is about; null when it is about all of the State.</summary>
    public AuthorityEntry? Authority { get; init; }

    /// <summary>Whether it holds on the view's day.</summary>
    public required bool IsCurrent { get; init; }
}

/// <summary>An act on the ledger as one view shows it: only what is visible there.</summary>
/// <param name="Sequence">The ledger's own number.</param>
/// <param name="RecordedAt">When, UTC.</param>
/// <param name="ActorRole">In which role.</param>
/// <param name="Source">On what; null for acts of the directory itself.</param>
/// <param name="Changed">Which records.</param>
public sealed record ChangeEntry(
    long Sequence, DateTimeOffset RecordedAt, ActorRole ActorRole, Source? Source, IReadOnlyList<ChangedRecord> Changed)
{
    /// <summary>Opaque id of the account that acted; null for the directory itself. For those who may ask who changed what: the API does not tell it.</summary>
    public string? ActorId { get; init; }
}

/// <summary>A record that an act changed.</summary>
/// <param name="Kind">Stored kind without its version: <c>authority</c>.</param>
/// <param name="Id">The record's key.</param>
/// <param name="Revision">The revision it made.</param>
public sealed record ChangedRecord(string Kind, string Id, int Revision);

/// <summary>Something found by name.</summary>
/// <param name="State">The State found; null when it is an authority.</param>
/// <param name="Authority">The authority found; null when it is a State.</param>
/// <param name="Rank">0 is the best match; equal ranks are equally good.</param>
public sealed record SearchHit(StateEntry? State, AuthorityEntry? Authority, int Rank);
