using System.Text.RegularExpressions;

namespace AuthorityDirectory.Exchange.Tables;

/// <summary>A column of a sheet.</summary>
/// <param name="Key">The name by which programs know it, the same in each language; no spaces and no brackets.</param>
/// <param name="Label">What people read above it.</param>
public sealed partial record SheetColumn(string Key, string Label)
{
    /// <summary>Whether people leave it as it is in the rows that are there, such as an identifier: a spreadsheet greys it and takes no input.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The texts that a cell may have, offered as a list; empty when any text may stand.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The heading as a file has it: the label, then the key in brackets.</summary>
    internal string Heading => Label.Length == 0 || Label == Key ? $"[{Key}]" : $"{Label} [{Key}]";

    /// <summary>Reads a heading; one without brackets is key and label at once.</summary>
    internal static SheetColumn Parse(string heading)
    {
        var parts = HeadingForm().Match(heading.Trim());
        return !parts.Success ? new(heading.Trim(), heading.Trim())
            : parts.Groups["label"].Value.TrimEnd() is { Length: > 0 } label ? new(parts.Groups["key"].Value, label)
            : new(parts.Groups["key"].Value, parts.Groups["key"].Value);
    }

    internal static bool IsHeading(string text) => HeadingForm().IsMatch(text.Trim());

    [GeneratedRegex(@"\A(?<label>.*)\[(?<key>[^\s\[\]]+)\]\z", RegexOptions.Singleline)]
    private static partial Regex HeadingForm();
}
