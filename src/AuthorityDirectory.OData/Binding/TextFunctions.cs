using System.Text.RegularExpressions;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Functions of texts that are more than a call of the platform.</summary>
static class TextFunctions
{
    static readonly TimeSpan _patternTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary><c>matchesPattern</c>: with a pattern that the request states, by an engine whose time grows with the text only.</summary>
    public static Function MatchesPattern { get; } = new(
        "matchesPattern", [PrimitiveTypes.String, PrimitiveTypes.String], PrimitiveTypes.Boolean, Match) { CanFail = true };

    /// <summary>The text from a place on; a negative one counts from the end (URL conventions 4.01, section 5.1.1.7.2).</summary>
    public static string Substring(string text, long start) => text[Start(text, start)..];

    /// <summary>At most so many characters from a place on.</summary>
    public static string Substring(string text, long start, long length)
    {
        var from = Start(text, start);
        return text.Substring(from, (int)Math.Clamp(length, 0, text.Length - from));
    }

    static int Start(string text, long start) => (int)Math.Clamp(start < 0 ? text.Length + Math.Max(start, -text.Length) : start, 0, text.Length);

    static Map<string, bool> Match(IReadOnlyList<Evaluator> operands)
    {
        if (operands[1] is not Constant<string> pattern)
            throw new ArgumentException("the pattern of matchesPattern has to be a literal");
        return new Map<string, bool>((Evaluator<string>)operands[0], Expression(pattern.Value).IsMatch);
    }

    static Regex Expression(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, _patternTimeout);
        }
        catch (RegexParseException error)
        {
            throw PatternException.Of(error);
        }
        catch (NotSupportedException)
        {
            throw PatternException.NotSupported;
        }
    }
}
