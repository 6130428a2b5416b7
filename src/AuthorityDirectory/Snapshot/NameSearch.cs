namespace AuthorityDirectory.Snapshot;

/// <summary>Finds States and authorities of a view by their names.</summary>
internal sealed class NameSearch(DirectoryView view)
{
    /// <summary>What is found, best match first.</summary>
    public IReadOnlyList<SearchHit> Find(string text, int most) =>
        [.. States(text).Concat(Authorities(text)).OrderBy(hit => hit.Rank).Take(most)];

    private IEnumerable<SearchHit> States(string text) =>
        from state in view.States
        where Has(state.Record.Name.En, text)
        select new SearchHit(state, null, 0);

    private IEnumerable<SearchHit> Authorities(string text) =>
        from authority in view.Authorities
        where Has(authority.Record.Name, text)
        select new SearchHit(null, authority, 1);

    private static bool Has(string name, string text) => name.Contains(text, StringComparison.OrdinalIgnoreCase);
}
