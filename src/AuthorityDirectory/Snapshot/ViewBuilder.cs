using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates;

namespace AuthorityDirectory.Snapshot;

/// <summary>Joins the records that an audience may see into a view, and adds what follows from the day.</summary>
/// <remarks>An authority whose State the audience may not see is not in the view.</remarks>
internal sealed class ViewBuilder(Audience audience, AudienceProjection seen, DateOnly day)
{
    private const string Globe = "globe";

    private readonly Dictionary<string, StateEntry> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AuthorityEntry> _authorities = new(StringComparer.Ordinal);
    private readonly List<MembershipEntry> _memberships = [];
    private readonly List<NoticeEntry> _notices = [];

    public DirectoryView Build()
    {
        AddStates();
        AddAuthorities();
        AddMemberships();
        AddNotices();
        Join();
        return View();
    }

    private void AddStates()
    {
        foreach (var visible in seen.Of<State>())
        {
            var state = (State)visible.Record;
            _states.Add(state.Code, new() { Record = state, Revision = visible.Revision, LastModified = visible.LastModified });
        }
    }

    private void AddAuthorities()
    {
        foreach (var visible in seen.Of<Authority>())
        {
            var record = (Authority)visible.Record;
            if (_states.TryGetValue(record.StateCode, out var state))
            {
                _authorities.Add(record.Id, Entry(record, state, visible));
            }
        }
    }

    private AuthorityEntry Entry(Authority record, StateEntry state, VisibleRecord visible)
    {
        var entry = new AuthorityEntry
        {
            Record = record,
            State = state,
            Revision = visible.Revision,
            LastModified = visible.LastModified,
            Freshness = FreshnessRule.On(record.ConfirmedOn, day),
            NextConfirmationOn = FreshnessRule.DueOn(record.ConfirmedOn),
            Email = FirstContact(record, ContactKind.Email),
            Phone = FirstContact(record, ContactKind.Phone),
        };
        entry.Designations = [.. record.Designations.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => Entry(d, entry))];
        entry.ContactPoints = [.. record.ContactPoints.Select(contact => Entry(contact, entry))];
        entry.Functions = [.. Current(entry).Select(d => d.Record.Function).Distinct().Order()];
        entry.DesignatedUnder = [.. Current(entry).Select(d => d.Record.Instrument).Distinct().Order()];
        return entry;
    }

    private DesignationEntry Entry(Designation record, AuthorityEntry authority) => new()
    {
        Record = record,
        Authority = authority,
        IsCurrent = record.HoldsOn(day),
        Freshness = FreshnessRule.On(record.ConfirmedOn, day),
        NextConfirmationOn = FreshnessRule.DueOn(record.ConfirmedOn),
    };

    private ContactPointEntry Entry(ContactPoint record, AuthorityEntry authority) => new()
    {
        Record = record,
        Authority = authority,
        Freshness = FreshnessRule.On(record.ConfirmedOn, day),
        NextConfirmationOn = FreshnessRule.DueOn(record.ConfirmedOn),
    };

    private void AddMemberships()
    {
        var networks = Records<Network>().ToDictionary(network => network.Code, StringComparer.Ordinal);
        _memberships.AddRange(Records<Membership>().Select(record => new MembershipEntry
        {
            Record = record,
            Network = networks.GetValueOrDefault(record.Network),
            State = Find(_states, record.StateCode),
            Authority = Find(_authorities, record.AuthorityId),
            IsCurrent = record.HoldsOn(day),
        }));
    }

    private void AddNotices() => _notices.AddRange(
        from record in Records<Notice>()
        where _states.ContainsKey(record.StateCode)
        select new NoticeEntry
        {
            Record = record,
            State = _states[record.StateCode],
            Authority = Find(_authorities, record.AuthorityId),
            IsCurrent = record.HoldsOn(day),
        });

    private void Join()
    {
        var notices = _notices.ToLookup(notice => notice.State);
        var ofState = _memberships.ToLookup(membership => membership.State);
        var ofAuthority = _memberships.ToLookup(membership => membership.Authority);
        var authorities = _authorities.Values.ToLookup(authority => authority.State);
        foreach (var state in _states.Values)
        {
            state.Authorities = [.. authorities[state]];
            state.Designations = [.. Designations(state.Authorities)];
            state.Memberships = [.. ofState[state]];
            state.Notices = [.. notices[state]];
        }

        foreach (var authority in _authorities.Values)
        {
            authority.Memberships = [.. ofAuthority[authority]];
            authority.GlobeMembership = Standing(authority);
            authority.CurrentNotices = [.. authority.State.Notices.Where(notice => notice.IsCurrent && (notice.Record.AuthorityId ?? authority.Record.Id) == authority.Record.Id)];
            authority.Successor = Find(_authorities, authority.Record.SuccessorId);
        }
    }

    private DirectoryView View() => new()
    {
        Audience = audience,
        Position = seen.Position,
        HeadHash = seen.HeadHash,
        Date = day,
        NextChangeOn = DaysOfChange.After(day, _authorities.Values, _memberships, _notices),
        States = [.. _states.Values],
        Authorities = [.. _authorities.Values],
        Designations = [.. Designations(_authorities.Values)],
        ContactPoints = [.. _authorities.Values.SelectMany(a => a.ContactPoints).OrderBy(c => c.Record.Id, StringComparer.Ordinal)],
        Memberships = _memberships,
        Notices = _notices,
        Networks = [.. Records<Network>()],
        Channels = [.. Records<Channel>()],
        CoverageFigures = [.. Records<CoverageFigure>()],
        Changes = seen.Changes,
    };

    private IEnumerable<T> Records<T>() where T : DirectoryRecord => seen.Of<T>().Select(visible => (T)visible.Record);

    private static IEnumerable<DesignationEntry> Designations(IEnumerable<AuthorityEntry> authorities) =>
        authorities.SelectMany(authority => authority.Designations).OrderBy(d => d.Record.Id, StringComparer.Ordinal);

    private static IEnumerable<DesignationEntry> Current(AuthorityEntry authority) => authority.Designations.Where(d => d.IsCurrent);

    private static NetworkStanding Standing(AuthorityEntry authority) =>
        authority.Memberships.Where(m => m.IsCurrent && m.Record.Network == Globe)
            .Select(m => Codes.NetworkStandings.Parse(Codes.MembershipKinds.CodeOf(m.Record.Kind))!.Value)
            .DefaultIfEmpty(NetworkStanding.NotStated).Min();

    private static string? FirstContact(Authority authority, ContactKind kind) => authority.ContactPoints
        .FirstOrDefault(contact => contact.Kind == kind && contact.Purpose is ContactPurpose.General or ContactPurpose.Requests)?.Value;

    private static T? Find<T>(Dictionary<string, T> entries, string? key) where T : class => key is null ? null : entries.GetValueOrDefault(key);
}
