using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Audit;

/// <summary>Says what of a view not everybody sees.</summary>
public static class RestrictedContent
{
    /// <summary>Whether what a view shows of a State holds something that the public does not see.</summary>
    public static bool IsRestricted(this StateEntry state) =>
        state.Authorities.Any(IsRestricted) || state.Memberships.Any(membership => membership.Authority?.IsRestricted() == true);

    /// <summary>Whether what a view shows of an authority holds something that the public does not see.</summary>
    public static bool IsRestricted(this AuthorityEntry authority) => authority.ContactPoints.Any(contact => contact.Record.Visibility > Audience.Public);
}
