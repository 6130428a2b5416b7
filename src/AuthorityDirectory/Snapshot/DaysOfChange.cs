using AuthorityDirectory.Records;
using AuthorityDirectory.Updates;

namespace AuthorityDirectory.Snapshot;

/// <summary>The days on which a view is different without any new entry.</summary>
internal static class DaysOfChange
{
    /// <summary>The first after a day; null when there is none.</summary>
    public static DateOnly? After(DateOnly day, IEnumerable<AuthorityEntry> authorities, IEnumerable<MembershipEntry> memberships, IEnumerable<NoticeEntry> notices) =>
        authorities.SelectMany(authority => Of(authority.Record))
            .Concat(memberships.SelectMany(membership => Period(membership.Record.AdmittedOn, membership.Record.EndedOn)))
            .Concat(notices.SelectMany(notice => Period(notice.Record.From, notice.Record.Until)))
            .Where(date => date > day).Min();

    private static IEnumerable<DateOnly?> Of(Authority authority) =>
    [
        .. authority.Designations.SelectMany(designation => Period(designation.ValidFrom, designation.ValidTo)),
        .. authority.Designations.Select(designation => designation.ConfirmedOn)
            .Concat(authority.ContactPoints.Select(contact => contact.ConfirmedOn)).Append(authority.ConfirmedOn)
            .SelectMany(confirmed => new[] { FreshnessRule.DueOn(confirmed), FreshnessRule.OverdueOn(confirmed) }),
    ];

    private static DateOnly?[] Period(DateOnly? first, DateOnly? last) => [first, last < DateOnly.MaxValue ? last?.AddDays(1) : null];
}
