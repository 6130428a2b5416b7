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
            .Where(candidate => candidate.distance <= Math.Max(2, wrong.Length / 3) || candidate.name.StartsWith(wrong, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => candidate.distance).Take(Most).Select(candidate => candidate.name).ToList();
        if (near.Count > 0)
            return $"{sentence}; did you mean {string.Join(" or ", near)}";
        return names.Count is > 0 and <= 10 ? $"{sentence}; there are {string.Join(", ", names)}" : sentence;
    }

    /// <summary>How many single-character changes lead from one name to the other, whatever their case.</summary>
    static int Distance(string left, string right)
    {
        if (left.Length > 64)
            return int.MaxValue;
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var change = char.ToUpperInvariant(left[i]) == char.ToUpperInvariant(right[j]) ? 0 : 1;
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + change));
            }
        }
        return row[^1];
    }
}
