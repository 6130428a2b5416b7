using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.Shared;

/// <summary>How fresh something is; the day on which its State last confirmed it and the role in which somebody did, null when it never was.</summary>
public sealed record Confirmation(Freshness Freshness, DateOnly? ConfirmedOn, ActorRole? Role)
{
    public static Confirmation Of(AuthorityEntry entry) => new(entry.Freshness, entry.Record.ConfirmedOn, entry.Record.ConfirmedByRole);

    public static Confirmation Of(DesignationEntry entry) => new(entry.Freshness, entry.Record.ConfirmedOn, entry.Record.ConfirmedByRole);

    public static Confirmation Of(ContactPointEntry entry) => new(entry.Freshness, entry.Record.ConfirmedOn, entry.Record.ConfirmedByRole);

    /// <summary>When and by whom, in words; null when it never was.</summary>
    public string? In(Texts texts) =>
        ConfirmedOn is not { } day ? null
        : Role is { } role ? texts["Freshness.LastBy", texts.Day(day), texts[$"Freshness.By_{role}"]]
        : texts["Freshness.Last", texts.Day(day)];
}
