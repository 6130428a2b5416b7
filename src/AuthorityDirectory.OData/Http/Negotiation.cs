using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Payload;
using Microsoft.Net.Http.Headers;

namespace AuthorityDirectory.OData.Http;

/// <summary>Chooses the form of an answer from <c>$format</c>, else <c>Accept</c> (Protocol 4.01, sections 8.2.1 and 11.2.12).</summary>
static class Negotiation
{
    /// <param name="request">The request.</param>
    /// <param name="format">The value of <c>$format</c>, which overrides <c>Accept</c>.</param>
    /// <param name="isVersion401">The version of the answer.</param>
    /// <param name="offered">What the resource can be written as, the preferred one first.</param>
    public static AnswerFormat Choose(ODataRequest request, string? format, bool isVersion401, params ReadOnlySpan<MediaType> offered)
    {
        var target = format is null ? "Accept" : "$format";
        var ranges = Ranges(format is null ? request.Header("Accept").ToString() : Spelled(format));
        foreach (var range in ranges)
        {
            foreach (var type in offered)
            {
                if (Matches(range, type) && Style(range, isVersion401) is { } style)
                    return new AnswerFormat(type, style);
            }
        }
        throw new QueryException(new QueryError(format is null ? 406 : 415, ErrorCode.NotAcceptable,
            $"{target} allows none of the media types that this resource can be written in: {string.Join(", ", offered.ToArray().Select(Name))}.", target));
    }

    /// <summary>Whether a client takes a media type by its own name, however much it would like another.</summary>
    /// <remarks>
    /// Spreadsheets send one <c>Accept</c> for everything: JSON first, because they want their data so, and XML far behind; but XML is all that they read of <c>$metadata</c>.
    /// A quality is a wish that a server may weigh (RFC 9110, section 12.5.1).
    /// </remarks>
    public static bool Names(ODataRequest request, MediaType type) =>
        Ranges(request.Header("Accept").ToString()).Any(range => range.MediaType.Equals(Name(type), StringComparison.OrdinalIgnoreCase));

    static string Spelled(string format) => format.Split(';')[0].Trim().ToUpperInvariant() switch
    {
        "JSON" or "XML" => "application/" + format.Trim(),
        "TEXT" => "text/plain",
        _ => format,
    };

    /// <summary>The media ranges, the most wanted first; of equally wanted ones the most specific first.</summary>
    static List<MediaTypeHeaderValue> Ranges(string accept)
    {
        if (accept.Length == 0)
            return [new MediaTypeHeaderValue("*/*")];
        return !MediaTypeHeaderValue.TryParseList([accept], out var ranges) ? [] : [.. ranges.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1)
            .ThenBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)];
    }

    static bool Matches(MediaTypeHeaderValue range, MediaType type)
    {
        var name = Name(type);
        return range.MatchesAllTypes || range.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase)
            || range.MatchesAllSubTypes && name.StartsWith(range.Type.ToString() + "/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the parameters of a range ask for; null when it is nothing that this service writes.</summary>
    static PayloadStyle? Style(MediaTypeHeaderValue range, bool isVersion401)
    {
        PayloadStyle? style = new(MetadataLevel.Minimal, isVersion401, IsIeee754Compatible: false);
        foreach (var parameter in range.Parameters)
            style = style is null ? null : With(style, parameter.Name.ToString().ToUpperInvariant(), parameter.GetUnescapedValue().ToString().ToUpperInvariant());
        return style;
    }

    static PayloadStyle? With(PayloadStyle style, string name, string value) => (name, value) switch
    {
        ("ODATA.METADATA" or "METADATA", "MINIMAL") => style with { Level = MetadataLevel.Minimal },
        ("ODATA.METADATA" or "METADATA", "FULL") => style with { Level = MetadataLevel.Full },
        ("ODATA.METADATA" or "METADATA", "NONE") => style with { Level = MetadataLevel.None },
        ("IEEE754COMPATIBLE", "TRUE" or "FALSE") => style with { IsIeee754Compatible = value == "TRUE" },
        ("ODATA.STREAMING" or "STREAMING", "TRUE" or "FALSE") => style,
        ("CHARSET", not "UTF-8") => null,
        ("ODATA.METADATA" or "METADATA" or "IEEE754COMPATIBLE" or "ODATA.STREAMING" or "STREAMING" or "ODATA", _) => null,
        _ => style,
    };

    static string Name(MediaType type) => type switch
    {
        MediaType.Json => "application/json",
        MediaType.Xml => "application/xml",
        MediaType.Multipart => "multipart/mixed",
        _ => "text/plain",
    };
}
