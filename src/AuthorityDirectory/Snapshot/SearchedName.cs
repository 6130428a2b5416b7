namespace AuthorityDirectory.Snapshot;

/// <summary>What a State or an authority is found by, folded.</summary>
/// <param name="State">The State; null when it is an authority.</param>
/// <param name="Authority">The authority; null when it is a State.</param>
/// <param name="Names">Its names, the one to sort by first.</param>
/// <param name="Others">Aliases, acronym and former names.</param>
/// <param name="Words">All words of them.</param>
/// <param name="Codes">Its codes or its id.</param>
internal sealed record SearchedName(StateEntry? State, AuthorityEntry? Authority, string[] Names, string[] Others, string[] Words, string[] Codes)
{
    public static SearchedName Of(StateEntry entry)
    {
        var (state, name) = (entry.Record, entry.Record.Name);
        return Of(
            entry,
            null,
            [name.En, name.Fr, name.Es, name.Ru, name.Zh, name.Ar, state.FormalName],
            [.. state.Aliases.Select(alias => alias.Text)],
            [state.Code, state.Alpha3]);
    }

    public static SearchedName Of(AuthorityEntry entry)
    {
        var authority = entry.Record;
        return Of(
            null,
            entry,
            [authority.Name, authority.NativeName, .. authority.Translations.Select(translation => translation.Text)],
            [.. authority.FormerNames, authority.Acronym],
            [authority.Id]);
    }

    /// <summary>0 for a whole name, 1 for another word it goes by, 2 when one of them begins so, 3 to 5 for words whole, begun and inside, 6 when only its State is met, 7 for a slip.</summary>
    public int Rank(string query, WordMatch match, bool isOwn) =>
        match == WordMatch.Slip ? 7
        : !isOwn ? 6
        : Names.Contains(query) ? 0
        : Others.Contains(query) ? 1
        : AnyBegins(Names, query) || AnyBegins(Others, query) ? 2
        : 3 + (int)match;

    private static SearchedName Of(StateEntry? state, AuthorityEntry? authority, string?[] names, string?[] others, string?[] codes)
    {
        var (foldedNames, foldedOthers) = (Fold(names), Fold(others));
        string[] words = [.. foldedNames.Concat(foldedOthers).SelectMany(name => name.Words.Concat(name.Pieces)).Distinct()];
        return new(state, authority, Texts(foldedNames), Texts(foldedOthers), words, Texts(Fold(codes)));
    }

    private static bool AnyBegins(string[] names, string query)
    {
        foreach (var name in names)
        {
            if (name.StartsWith(query, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static FoldedName[] Fold(string?[] names) => [.. names.OfType<string>().Select(FoldedName.Of)];

    private static string[] Texts(FoldedName[] names) => [.. names.Select(name => name.Text).Distinct()];
}
