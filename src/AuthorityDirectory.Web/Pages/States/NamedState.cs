using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.States;

/// <summary>States by what people call them.</summary>
public static class NamedState
{
    /// <summary>The last rank of a search at which the text is a name or another word for the State, not a part of one or nearly one.</summary>
    private const int LastExact = 1;

    private const int MostCandidates = 12;

    /// <summary>The State that goes by a code or name; null when none or several do, because a request must not go to a State that somebody guessed.</summary>
    public static StateEntry? Exactly(DirectoryView view, string text) =>
        view.State(text.ToUpperInvariant()) ?? (Named(view, text).Where(hit => hit.Rank <= LastExact).ToList() is [var only] ? only.State : null);

    /// <summary>The States that a text may mean, best match first, no more than can be taken in at a glance; empty when none.</summary>
    public static IReadOnlyList<StateEntry> Like(DirectoryView view, string text) => [.. Named(view, text).Take(MostCandidates).Select(hit => hit.State!)];

    private static IEnumerable<SearchHit> Named(DirectoryView view, string text) =>
        view.Search(text, view.States.Count).Where(hit => hit.State is not null);

    /// <summary>States in the alphabetical order of a language.</summary>
    public static IEnumerable<State> InOrder(this IEnumerable<State> states, PageLanguage language) =>
        states.OrderBy(state => state.Name.In(language.Language), StringComparer.Create(language.Culture, CompareOptions.IgnoreCase));
}
