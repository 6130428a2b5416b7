using System.Text.RegularExpressions;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Finds words that stand in a page's source instead of its resource file.</summary>
public static partial class LiteralText
{
    /// <summary>The words between tags and in attributes that are read out or shown; empty when there are none.</summary>
    public static IReadOnlyList<string> In(string source)
    {
        var markup = string.Join('\n', Inert().Replace(source, "").Split('\n').Where(line => !Statement().IsMatch(line)));
        var plain = Expressions(markup);
        var between = Between().Matches(plain).Select(match => match.Groups[1].Value);
        var attributes = Attribute().Matches(plain).Select(match => match.Groups[1].Value);
        return [.. between.Concat(attributes).Select(text => Entity().Replace(text, "").Trim()).Where(text => text.Any(char.IsLetter))];
    }

    /// <summary>The source without <c>@…</c>, brackets and all.</summary>
    private static string Expressions(string markup)
    {
        for (var at = markup.IndexOf('@', StringComparison.Ordinal); at >= 0; at = markup.IndexOf('@', StringComparison.Ordinal))
        {
            markup = markup.Remove(at, End(markup, at) - at);
        }

        return markup;
    }

    private static int End(string markup, int at)
    {
        var end = at + 1;
        while (end < markup.Length && (markup[end] is '(' or '[' || char.IsLetterOrDigit(markup[end]) || markup[end] == '.' && char.IsLetter(markup[end + 1])))
        {
            end = markup[end] is '(' or '[' ? Closing(markup, end) + 1 : end + 1;
        }

        return end;
    }

    private static int Closing(string markup, int open)
    {
        for (var (depth, at, quoted) = (0, open, false); ; at++)
        {
            quoted ^= markup[at] == '"';
            depth += quoted ? 0 : markup[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0 && !quoted)
            {
                return at;
            }
        }
    }

    /// <summary>Comments, directives and blocks of statements at the head of a page.</summary>
    [GeneratedRegex(@"@\*.*?\*@|^@(page|model|using|inject|namespace|addTagHelper)\b.*?$|^@\{.*?^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Inert();

    [GeneratedRegex(@"^\s*(@?(if|else|foreach)\b|var |[{}]\s*$)")]
    private static partial Regex Statement();

    [GeneratedRegex(">([^<>]*)<")]
    private static partial Regex Between();

    [GeneratedRegex("""\b(?:alt|title|placeholder|aria-label|data-label|value)="([^"]*)["]""")]
    private static partial Regex Attribute();

    [GeneratedRegex("&[a-z]+;")]
    private static partial Regex Entity();
}
