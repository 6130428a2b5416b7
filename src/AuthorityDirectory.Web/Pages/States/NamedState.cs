using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.States;

/// <summary>States by what people call them.</summary>
public static class NamedState
{
    /// <summary>The States that a text may mean: one when it is its code or name, or when one matches best; empty when none does.</summary>
    public static IReadOnlyList<StateEntry> Find(DirectoryView view, string text)
    {
        if (view.State(text.ToUpperInvariant()) is { } coded)
        {
            return [coded];
        }

        var hits = view.Search(text, view.States.Count).Where(hit => hit.State is not null).ToList();
        return [.. hits.Where(hit => hit.Rank == hits[0].Rank).Select(hit => hit.State!)];
    }

    /// <summary>States in the alphabetical order of a language.</summary>
    public static IEnumerable<State> InOrder(this IEnumerable<State> states, PageLanguage language) =>
        states.OrderBy(state => state.Name.In(language.Language), StringComparer.Create(language.Culture, CompareOptions.IgnoreCase));
}
