using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Snapshot;

public sealed class DirectoryViewTests
{
    private static readonly DateOnly Today = new(2026, 3, 15);

    private static readonly Network Globe = new() { Code = "globe", Name = "Network of Examples", Description = "A network.", Source = Some.Source };

    public static TheoryData<DateOnly?, DateOnly?, bool> Periods => new()
    {
        { null, null, true },
        { Today, null, true },
        { Today.AddDays(1), null, false },
        { null, Today, true },
        { null, Today.AddDays(-1), false },
        { Today, Today, true },
        { Today.AddDays(1), Today.AddDays(1), false },
    };

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_designation_holds_from_its_first_through_its_last_day(DateOnly? from, DateOnly? to, bool isCurrent)
    {
        var view = View(Some.Authority() with { Designations = [Some.Designation() with { ValidFrom = from, ValidTo = to }] });

        Assert.Equal(isCurrent, view.Designation("AT-001-d1")!.IsCurrent);
        Assert.Equal(isCurrent, view.CentralAuthorities.Count == 1 && view.WithFunction(Function.MutualLegalAssistance).Count == 1);
        Assert.Equal(isCurrent ? [Function.MutualLegalAssistance] : [], view.Authority("AT-001")!.Functions);
        Assert.Equal(isCurrent ? [Instrument.Uncac] : [], view.Authority("AT-001")!.DesignatedUnder);
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_place_in_a_network_stands_from_its_first_through_its_last_day(DateOnly? from, DateOnly? to, bool isCurrent)
    {
        var view = View(Some.Authority(), Some.Membership() with { AdmittedOn = from, EndedOn = to });

        Assert.Equal(isCurrent, view.GlobeMembers.Count == 1);
        Assert.Equal(isCurrent ? NetworkStanding.Member : NetworkStanding.NotStated, view.Authority("AT-001")!.GlobeMembership);
        Assert.Equal("globe-001", Assert.Single(view.InNetwork("globe")).Record.Id);
    }

    [Fact]
    public void A_member_is_more_than_an_observer_and_an_applicant_is_no_member()
    {
        var view = View(
            Some.Authority(),
            Some.Authority("AT-002"),
            Some.Membership() with { Kind = MembershipKind.Observer },
            Some.Membership("globe-002"),
            Some.Membership("globe-003", "AT", "AT-002") with { Kind = MembershipKind.Applicant });

        Assert.Equal(["AT-001"], view.GlobeMembers.Select(authority => authority.Record.Id));
        Assert.Equal(NetworkStanding.Applicant, view.Authority("AT-002")!.GlobeMembership);
    }

    [Fact]
    public void Central_authorities_are_those_for_mutual_legal_assistance_or_extradition()
    {
        var view = View([.. Codes.Functions.All.Select((function, i) => For($"AT-00{i + 1}", function))]);

        Assert.Equal(["AT-001", "AT-002"], view.CentralAuthorities.Select(authority => authority.Record.Id));
        Assert.All(Codes.Functions.All, function => Assert.Equal([function], Assert.Single(view.WithFunction(function)).Functions));
    }

    [Fact]
    public void Everything_is_joined_to_what_it_belongs_to()
    {
        var view = View(Some.Authority() with { SuccessorId = "AT-002" }, Some.Authority("AT-002"), Some.Membership(), Globe);

        var (state, authority) = (view.State("AT")!, view.Authority("AT-001")!);
        Assert.Same(state, authority.State);
        Assert.Equal(["AT-001", "AT-002"], state.Authorities.Select(a => a.Record.Id));
        Assert.Equal(["AT-001-d1", "AT-002-d1"], state.Designations.Select(d => d.Record.Id));
        Assert.Same(authority, view.ContactPoint("AT-001-c1")!.Authority);
        Assert.Same(view.Membership("globe-001"), Assert.Single(authority.Memberships));
        Assert.Same(view.Membership("globe-001"), Assert.Single(state.Memberships));
        Assert.Equal("globe", view.Membership("globe-001")!.Network!.Code);
        Assert.Same(view.Authority("AT-002"), authority.Successor);
    }

    [Fact]
    public void What_belongs_to_something_the_view_does_not_hold_stands_alone_or_not_at_all()
    {
        var view = View(Some.Authority("XX-001"), Some.Membership("globe-001", "XX", "XX-001"));

        Assert.Null(view.Authority("XX-001"));
        Assert.Null(view.Membership("globe-001")!.Authority);
        Assert.Null(view.Membership("globe-001")!.State);
    }

    [Fact]
    public void The_address_shown_first_is_the_first_for_general_use_or_requests()
    {
        var view = View(Some.Authority() with
        {
            ContactPoints =
            [
                Some.Contact("AT-001-c1", ContactKind.Email, "urgent@example.org", Audience.Public) with { Purpose = ContactPurpose.Urgent },
                Some.Contact("AT-001-c2", ContactKind.Phone, "+43 1 000", Audience.Public) with { Purpose = ContactPurpose.Requests },
                Some.Contact("AT-001-c3", ContactKind.Email, "desk@example.org", Audience.Public),
            ],
        });

        Assert.Equal(("desk@example.org", "+43 1 000"), (view.Authority("AT-001")!.Email, view.Authority("AT-001")!.Phone));
    }

    [Fact]
    public void Lists_are_in_the_order_of_keys()
    {
        var view = View(Some.State("BR"), Some.Authority("BR-001"), Some.Authority("AT-100"), Some.Authority("AT-1000"), Some.Authority("AT-101"));

        Assert.Equal(["AT-100", "AT-1000", "AT-101", "BR-001"], view.Authorities.Select(a => a.Record.Id));
        Assert.Equal(view.Designations.Select(d => d.Record.Id).Order(StringComparer.Ordinal), view.Designations.Select(d => d.Record.Id));
        Assert.Equal(view.ContactPoints.Select(c => c.Record.Id).Order(StringComparer.Ordinal), view.ContactPoints.Select(c => c.Record.Id));
    }

    [Fact]
    public void The_next_change_is_the_first_later_day_on_which_a_date_tells()
    {
        var ends = Some.Designation() with { ValidFrom = Today, ValidTo = Today.AddDays(4) };

        Assert.Equal(Today.AddDays(5), View(Some.Authority() with { Designations = [ends] }).NextChangeOn);
        Assert.Equal(Today.AddDays(3), View(Some.Authority() with { Designations = [ends], ConfirmedOn = Today.AddDays(3).AddMonths(-12) }).NextChangeOn);
        Assert.Null(View(Some.Authority() with { Designations = [ends with { ValidTo = DateOnly.MaxValue }] }).NextChangeOn);
    }

    private static DirectoryView View(params DirectoryRecord[] records) => TrialDirectory.View(Today, [Some.State(), .. records]);

    private static Authority For(string id, Function function) => Some.Authority(id) with { Designations = [Some.Designation($"{id}-d1", function)] };
}
