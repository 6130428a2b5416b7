namespace AuthorityDirectory.Snapshot;

/// <summary>How well a word of a query meets a word of a name; less is better.</summary>
internal enum WordMatch : byte
{
    /// <summary>It is the word.</summary>
    Whole,

    /// <summary>The word begins so.</summary>
    Beginning,

    /// <summary>The word holds it.</summary>
    Inside,

    /// <summary>The word is one letter away.</summary>
    Slip,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>The words of many names, each with the names in which it stands.</summary>
internal sealed class Vocabulary
{
    private const int ShortestInside = 3;
    private const int ShortestSlip = 5;

    private readonly string[] _words;
    private readonly int[][] _names;
    private readonly (int Word, int Start)[] _endings;
    private readonly int _count;

    /// <summary>Collects the words of each name.</summary>
    public Vocabulary(IReadOnlyList<IEnumerable<string>> wordsOfNames)
    {
        _count = wordsOfNames.Count;
        var names = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var name = 0; name < _count; name++)
        {
            foreach (var word in wordsOfNames[name].Distinct())
            {
                (names.TryGetValue(word, out var those) ? those : names[word] = []).Add(name);
            }
        }

        _words = [.. names.Keys];
        _names = [.. names.Values.Select(those => those.ToArray())];
        _endings = [.. _words.SelectMany((word, i) => Enumerable.Range(1, word.Length - 1).Select(start => (i, start)))];
        Array.Sort(_endings, (a, b) => Ending(a).SequenceCompareTo(Ending(b)));
    }

    /// <summary>How well each name is met by a word of a query: whole, by a beginning, or inside.</summary>
    /// <param name="word">The folded word.</param>
    /// <param name="mayBegin">Whether it may be only the beginning of a word.</param>
    public WordMatch[] Match(string word, bool mayBegin)
    {
        var matches = Nothing();
        if (word.Length >= ShortestInside || FoldedName.IsUnspaced(word[0]))
        {
            for (var i = FirstEnding(word); i < _endings.Length && Ending(_endings[i]).StartsWith(word); i++)
            {
                Mark(matches, _endings[i].Word, WordMatch.Inside);
            }
        }

        for (var i = FirstWord(word); i < _words.Length && _words[i].StartsWith(word, StringComparison.Ordinal); i++)
        {
            Mark(matches, i, _words[i].Length == word.Length ? WordMatch.Whole : mayBegin ? WordMatch.Beginning : WordMatch.None);
        }

        return matches;
    }

    /// <summary>How well each name is met when one letter of the word may be wrong, missing, too many, or changed with the next.</summary>
    public WordMatch[] MatchWithSlip(string word)
    {
        var matches = Match(word, mayBegin: true);
        for (var i = 0; i < _words.Length; i++)
        {
            if (word.Length >= ShortestSlip && IsOneSlipAway(word, _words[i]))
            {
                Mark(matches, i, WordMatch.Slip);
            }
        }

        return matches;
    }

    private WordMatch[] Nothing()
    {
        var matches = new WordMatch[_count];
        Array.Fill(matches, WordMatch.None);
        return matches;
    }

    private void Mark(WordMatch[] matches, int word, WordMatch match)
    {
        foreach (var name in _names[word])
        {
            matches[name] = match < matches[name] ? match : matches[name];
        }
    }

    private ReadOnlySpan<char> Ending((int Word, int Start) ending) => _words[ending.Word].AsSpan(ending.Start);

    private int FirstWord(string word)
    {
        var i = Array.BinarySearch(_words, word, StringComparer.Ordinal);
        return i < 0 ? ~i : i;
    }

    private int FirstEnding(string word)
    {
        var (low, high) = (0, _endings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Ending(_endings[middle]).SequenceCompareTo(word) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsOneSlipAway(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var start = shorter.AsSpan().CommonPrefixLength(longer);
        var left = shorter.AsSpan(start);
        var right = longer.AsSpan(start);
        return (right.Length - left.Length) switch
        {
            0 => left.Length == 0 || left[1..].SequenceEqual(right[1..]) || IsTurned(left, right),
            1 => left.SequenceEqual(right[1..]),
            _ => false,
        };
    }

    private static bool IsTurned(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]);
}
