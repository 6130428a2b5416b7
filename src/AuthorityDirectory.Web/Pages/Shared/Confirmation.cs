using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.Shared;

/// <summary>How fresh something is, and the day on which its State last confirmed it; null when it never did.</summary>
public sealed record Confirmation(Freshness Freshness, DateOnly? ConfirmedOn)
{
    public static Confirmation Of(AuthorityEntry entry) => new(entry.Freshness, entry.Record.ConfirmedOn);

    public static Confirmation Of(DesignationEntry entry) => new(entry.Freshness, entry.Record.ConfirmedOn);
}
