using System.Text.RegularExpressions;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>Keeps a spreadsheet that opens a CSV file from taking a text for a formula: an apostrophe stands before it, and the reader takes that one away again.</summary>
/// <remarks>
/// Guarded are the beginning of a cell, and what follows a semicolon, tab or line break within it: a spreadsheet that separates by semicolons does not see the quotation marks around the cell
/// and begins a cell of its own there. An apostrophe that already stands in such a place is kept by a second one, so that every text comes back as it was.
/// </remarks>
internal static partial class FormulaGuard
{
    public static string Guard(string text) => Unguarded().Replace(text, "'");

    public static string Unguard(string text) => Guarded().Replace(text, "");

    [GeneratedRegex(@"(?<=\A|[;\t\r\n])(?='* *[=+\-@\t\r＝＋－＠])")]
    private static partial Regex Unguarded();

    [GeneratedRegex(@"(?<=\A|[;\t\r\n])'(?='* *[=+\-@\t\r＝＋－＠])")]
    private static partial Regex Guarded();
}
