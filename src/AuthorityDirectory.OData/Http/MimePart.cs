using AuthorityDirectory.OData.Binding;
using Microsoft.Net.Http.Headers;

namespace AuthorityDirectory.OData.Http;

/// <summary>Headers and what follows them after an empty line.</summary>
sealed record MimePart(IReadOnlyDictionary<string, string> Headers, string Content)
{
    /// <summary>The boundary of the parts that this part consists of; null when it is no multipart.</summary>
    public string? Boundary => MediaTypeHeaderValue.TryParse(Header("Content-Type"), out var type) && type.Type.Equals("multipart", StringComparison.OrdinalIgnoreCase)
        ? type.Boundary.ToString().Trim('"')
        : null;

    /// <summary>The parts between the lines that begin with two dashes and the boundary; what stands before the first or after the last is passed over.</summary>
    public static IEnumerable<MimePart> Split(string text, string boundary)
    {
        if (boundary.Length == 0)
            throw Invalid("The content type multipart/mixed needs a boundary");
        var delimiter = "--" + boundary;
        for (var at = Find(text, delimiter, 0); ;)
        {
            if (at < 0)
                throw Invalid($"The closing line --{boundary}-- is missing");
            var begin = at + delimiter.Length;
            if (text.AsSpan(begin).StartsWith("--", StringComparison.Ordinal))
                yield break;
            at = Find(text, delimiter, begin);
            var end = at < 0 ? text.Length : at;
            yield return Parse(WithoutLastBreak(AfterLine(text[begin..end])));
        }
    }

    /// <summary>Reads headers up to an empty line or the end.</summary>
    public static MimePart Parse(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var line = text[at..end].TrimEnd('\r');
            at = Math.Min(end + 1, text.Length);
            if (line.Length == 0)
                break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                throw Invalid($"'{line}' is no header, and an empty line is missing before what is none");
            headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
        return new MimePart(headers, text[at..]);
    }

    public string Header(string name) => Headers.TryGetValue(name, out var value) ? value : "";

    public static QueryException Invalid(string message) => new(new QueryError(400, ErrorCode.Syntax, message + ".", "body"));

    /// <summary>Where a line begins with a delimiter.</summary>
    static int Find(string text, string delimiter, int from)
    {
        for (var at = text.IndexOf(delimiter, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(delimiter, at + 1, StringComparison.Ordinal))
        {
            var after = at + delimiter.Length;
            if ((at == 0 || text[at - 1] == '\n') && (after == text.Length || text[after] is '\r' or '\n' or ' ' or '\t' || text.AsSpan(after).StartsWith("--", StringComparison.Ordinal)))
                return at;
        }
        return -1;
    }

    static string AfterLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? text[(end + 1)..] : "";

    static string WithoutLastBreak(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
