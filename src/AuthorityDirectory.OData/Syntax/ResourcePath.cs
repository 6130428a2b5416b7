using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>One segment of a path.</summary>
/// <param name="Name">What stands before brackets; the whole segment when there are none.</param>
/// <param name="Arguments">What stands in brackets: a key; null when there are none.</param>
/// <param name="Text">The whole segment, decoded.</param>
/// <param name="At">Where it begins.</param>
sealed record PathSegment(string Name, IReadOnlyList<ExpressionSyntax>? Arguments, string Text, Location At)
{
    /// <summary>What stands in a second pair of brackets: the key of an entity that a function returns; null when there is none.</summary>
    public IReadOnlyList<ExpressionSyntax>? Key { get; init; }
}

/// <summary>Reads resource paths (URL conventions 4.01, section 4): segments are split before they are decoded, so that an encoded slash can be part of a key.</summary>
sealed class ResourcePath(ODataLimits limits)
{
    /// <param name="raw">What follows the service root, as sent, without the first slash.</param>
    public IReadOnlyList<PathSegment> Parse(string raw)
    {
        var texts = Split(raw);
        if (texts[^1].Length == 0)
            texts.RemoveAt(texts.Count - 1);
        var source = new SourceText("path", string.Join('/', texts));
        var segments = new List<PathSegment>();
        var start = 0;
        foreach (var text in texts)
        {
            segments.Add(Segment(source, start, text));
            start += text.Length + 1;
        }
        return segments;
    }

    /// <summary>The segments, decoded; a slash within the brackets of <c>$filter(…)</c> belongs to its expression.</summary>
    static List<string> Split(string raw)
    {
        var texts = new List<string>();
        foreach (var text in raw.Split('/').Select(segment => PercentEncoding.DecodePath(segment)))
        {
            if (texts.Count > 0 && texts[^1].StartsWith("$filter(", StringComparison.Ordinal) && OpenBrackets(texts[^1]) > 0)
                texts[^1] += "/" + text;
            else
                texts.Add(text);
        }
        return texts;
    }

    static int OpenBrackets(string text)
    {
        var (open, isQuoted) = (0, false);
        foreach (var character in text)
        {
            isQuoted ^= character == '\'';
            open += isQuoted ? 0 : character switch { '(' => 1, ')' => -1, _ => 0 };
        }
        return open;
    }

    PathSegment Segment(SourceText source, int start, string text)
    {
        var at = source.At(start);
        if (text.Length == 0)
            throw at.Invalid(ErrorCode.Syntax, "The path has an empty segment");
        var bracket = text.EndsWith(')') ? text.IndexOf('(', StringComparison.Ordinal) : -1;
        return bracket <= 0 ? new PathSegment(text, null, text, at) : WithArguments(text, bracket, at);
    }

    PathSegment WithArguments(string text, int bracket, Location at)
    {
        // The list is read within its own segment, but its positions are those of the whole path.
        var source = at.Source with { Text = at.Source.Text[..(at.Offset + text.Length)] };
        var lexer = new Lexer(source);
        lexer.MoveTo(at.Offset + bracket);
        var parser = new ExpressionParser(lexer, new NodeCounter(limits));
        var arguments = parser.Arguments();
        var key = lexer.IsSign('(') ? parser.Arguments() : null;
        lexer.ExpectEnd("the end of the segment");
        return new PathSegment(text[..bracket], arguments, text, at) { Key = key };
    }
}
