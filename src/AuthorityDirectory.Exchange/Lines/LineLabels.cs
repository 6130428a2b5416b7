using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>Finds the member of a closed list by what a cell says: its label in any language that is served, or its name in the API.</summary>
internal sealed class LineLabels(IReadOnlyList<SheetWords> languages)
{
    private readonly Dictionary<string, Dictionary<string, string>> _lists = new(StringComparer.Ordinal);

    /// <summary>The name of the member; null when the list has none like it.</summary>
    public string? Find(LineField field, string text)
    {
        if (!_lists.TryGetValue(field.LabelList!, out var labels))
        {
            _lists[field.LabelList!] = labels = Labels(field);
        }

        return labels.GetValueOrDefault(text.Trim());
    }

    private Dictionary<string, string> Labels(LineField field)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (label, option) in languages.SelectMany(words => field.Options.Select(option => (words.Option(field.LabelList!, option), option))).Concat(field.Options.Select(option => (option, option))))
        {
            labels.TryAdd(label.Trim(), option);
        }

        return labels;
    }
}
