using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Web.Pages.Find;

/// <summary>How something is asked for: one choice on the page, two of the finder.</summary>
/// <param name="Code">The value in addresses.</param>
/// <param name="Urgent">Whether it cannot wait.</param>
/// <param name="Formal">Whether a request goes out.</param>
public sealed record Manner(string Code, bool Urgent, bool Formal)
{
    /// <summary>Every combination, the usual one first.</summary>
    public static IReadOnlyList<Manner> All { get; } =
        [new("formal", false, true), new("formal-urgent", true, true), new("informal", false, false), new("informal-urgent", true, false)];

    /// <summary>The manner with this code, the usual one when none is given; null when there is none with it.</summary>
    public static Manner? Find(string? code) => code is null ? All[0] : All.FirstOrDefault(manner => manner.Code == code);

    /// <summary>The manner that goes with a need: a first contact is never formal.</summary>
    public Manner For(Need? need) => need == Need.InformalContact && Formal ? All.First(manner => manner.Urgent == Urgent && !manner.Formal) : this;
}
