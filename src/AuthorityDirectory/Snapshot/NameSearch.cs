namespace AuthorityDirectory.Snapshot;

/// <summary>Finds States and authorities of a view by their names, in any script, whole or in part.</summary>
/// <remarks>
/// Every word of the query must be found: whole, as a beginning (words of three letters or more, and the last of the query), or inside a word.
/// An authority is found by its State's names too, in the last place. A code or id is found whole only, and is the best match.
/// A slip of the keyboard is forgiven only when nothing else is found.
/// </remarks>
internal sealed class NameSearch
{
    private const int ShortestBeginning = 3;

    private readonly SearchedName[] _names;
    private readonly int[] _stateOf;
    private readonly Dictionary<string, int> _codes;
    private readonly Vocabulary _vocabulary;

    /// <summary>Indexes the names of a view.</summary>
    public NameSearch(DirectoryView view)
    {
        _names = [.. view.States.Select(SearchedName.Of).Concat(view.Authorities.Select(SearchedName.Of)).OrderBy(name => name.Names[0], StringComparer.Ordinal)];
        _vocabulary = new([.. _names.Select(name => name.Words)]);
        _codes = _names.Index().SelectMany(name => name.Item.Codes, (name, code) => (code, name.Index))
            .DistinctBy(code => code.code).ToDictionary(StringComparer.Ordinal);
        var states = _names.Index().Where(name => name.Item.State is not null).ToDictionary(name => name.Item.State!, name => name.Index);
        _stateOf = [.. _names.Select((name, i) => name.Authority is { } authority ? states[authority.State] : i)];
    }

    /// <summary>What is found, best match first, then by name.</summary>
    public IReadOnlyList<SearchHit> Find(string text, int most)
    {
        var query = FoldedName.Of(text);
        var found = Ranked(query, [.. query.Words.Select((word, i) => _vocabulary.Match(word, MayBegin(word) || i == query.Words.Length - 1))]);
        found = found.Count > 0 || _codes.ContainsKey(query.Text) ? found : Ranked(query, [.. query.Words.Select(_vocabulary.MatchWithSlip)]);
        found.Sort();
        return [.. WithCode(query, found).Take(most).Select(hit => new SearchHit(_names[hit.Name].State, _names[hit.Name].Authority, hit.Rank))];
    }

    private IEnumerable<Found> WithCode(FoldedName query, List<Found> found) =>
        _codes.TryGetValue(query.Text, out var name) ? found.Where(hit => hit.Name != name).Prepend(new(0, name)) : found;

    private static bool MayBegin(string word) => word.Length >= ShortestBeginning || FoldedName.IsUnspaced(word[0]);

    private List<Found> Ranked(FoldedName query, WordMatch[][] words)
    {
        var found = new List<Found>();
        for (var name = 0; name < _names.Length && words.Length > 0; name++)
        {
            var (match, isOwn) = Worst(words, name);
            if (match != WordMatch.None)
            {
                found.Add(new(_names[name].Rank(query.Text, match, isOwn), name));
            }
        }

        return found;
    }

    /// <summary>How well the word that is met worst is met, and whether any is met by a name of its own.</summary>
    private (WordMatch Match, bool IsOwn) Worst(WordMatch[][] words, int name)
    {
        var (worst, isOwn) = (WordMatch.Whole, false);
        foreach (var word in words)
        {
            var (own, state) = (word[name], word[_stateOf[name]]);
            var best = own <= state || state > WordMatch.Beginning ? own : state;
            worst = best > worst ? best : worst;
            isOwn |= own != WordMatch.None;
        }

        return (worst, isOwn);
    }

    /// <summary>A name by its number, which follows the order of names.</summary>
    private readonly record struct Found(int Rank, int Name) : IComparable<Found>
    {
        public int CompareTo(Found other) => Rank == other.Rank ? Name - other.Name : Rank - other.Rank;
    }
}
