using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Pages.States;

namespace AuthorityDirectory.Web.Pages.Find;

/// <summary>A field in which a State is named.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Typed">What was typed; null when nothing was sent.</param>
/// <param name="State">The State meant; null when it is none, or may be several.</param>
/// <param name="Candidates">The States that may have been meant, with the address that each leads to.</param>
public sealed record StateField(string Name, string? Typed, StateEntry? State, IReadOnlyList<StateEntry> Candidates)
{
    /// <summary>What stands in the way: a text of the page; null when nothing does.</summary>
    public string? Problem(bool isAsked) =>
        !isAsked || State is not null ? null : Typed is null or "" ? "Missing" : Candidates.Count > 0 ? "Several" : "Unknown";

    /// <summary>Reads what was typed.</summary>
    public static StateField Of(string name, string? typed, DirectoryView view)
    {
        var text = typed?.Trim();
        var state = text is { Length: > 0 } ? NamedState.Exactly(view, text) : null;
        return new(name, text, state, state is null && text is { Length: > 0 } ? NamedState.Like(view, text) : []);
    }
}
