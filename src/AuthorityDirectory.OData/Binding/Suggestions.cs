namespace AuthorityDirectory.OData.Binding;

/// <summary>Names that a wrong name may have meant.</summary>
static class Suggestions
{
    const int Most = 3;

    /// <summary>Adds the nearest of the known names to a sentence without its full stop; all of them when they are few and none is near.</summary>
    public static string Append(string sentence, string wrong, IEnumerable<string> known)
    {
        var names = known.ToList();
        var near = names.Select(name => (name, distance: Distance(wrong, name)))
            .Where(candidate => IsNear(candidate.distance, wrong.Length) || candidate.name.StartsWith(wrong, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => candidate.distance).Take(Most).Select(candidate => candidate.name).ToList();
        if (near.Count > 0)
            return $"{sentence}; did you mean {string.Join(" or ", near)}";
        return names.Count is > 0 and <= 10 ? $"{sentence}; there are {string.Join(", ", names)}" : sentence;
    }

    /// <summary>Two changes, or a third of a long name, but never half of a name: every short name is near some other.</summary>
    static bool IsNear(int distance, int length) => distance <= Math.Max(2, length / 3) && distance * 2 < length;

    /// <summary>How many single-character changes lead from one name to the other, whatever their case; neighbours that changed places are one.</summary>
    static int Distance(string left, string right)
    {
        if (left.Length > 64)
            return int.MaxValue;
        var (a, b) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
                distances[i, j] = i == 0 || j == 0 ? i + j : Nearest(distances, a, b, i, j);
        }
        return distances[a.Length, b.Length];
    }

    static int Nearest(int[,] distances, string a, string b, int i, int j)
    {
        var changed = Math.Min(
            Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
            distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        var isSwapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwapped ? Math.Min(changed, distances[i - 2, j - 2] + 1) : changed;
    }
}
