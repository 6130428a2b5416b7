using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Exchange.Xlsx;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>The words of spreadsheets: the same for fields and lists as in forms.</summary>
public static class SpreadsheetWords
{
    private const int ReadMeLines = 10;

    /// <summary>Those of one language.</summary>
    public static SheetWords In(Texts texts)
    {
        var fields = new FieldWords(texts);
        return new(
            kind => texts[$"Spreadsheet.Sheet_{kind}"],
            fields.Label,
            (list, option) => texts[$"Terms.{list}_{option}"],
            key => texts[$"Spreadsheet.Column_{key}"],
            texts["Spreadsheet.Yes"],
            (fault, values) => (texts[$"Spreadsheet.Wrong_{fault}", [.. values]], texts[$"Spreadsheet.Remedy_{fault}", [.. values]]));
    }

    /// <summary>Those of a language, then those of every other in which labels may stand.</summary>
    public static IReadOnlyList<SheetWords> From(PageLanguage first) =>
        [.. PageLanguage.Complete.OrderByDescending(language => language == first).Select(language => In(new(language)))];

    /// <summary>The sheet that explains the others.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="about">Whose entries they are, as a title.</param>
    public static ReadMe ReadMe(Texts texts, string about) => new(
        texts["Spreadsheet.ReadMe"],
        [about, .. Enumerable.Range(1, ReadMeLines).Select(number => texts[$"Spreadsheet.ReadMe_{number}"]), "", .. Fields(texts)]);

    /// <summary>How to fill in each field, as forms say it.</summary>
    private static IEnumerable<string> Fields(Texts texts)
    {
        var fields = new FieldWords(texts);
        return Enum.GetValues<LineKind>().SelectMany(kind => LineFields.Of(kind).Select(field => (kind, field.Name)))
            .Select(each => texts["Spreadsheet.ReadMeField", texts[$"Spreadsheet.Sheet_{each.kind}"], fields.Label(each.kind, each.Name), fields.Hint(each.kind, each.Name)]);
    }
}
