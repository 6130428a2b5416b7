using AuthorityDirectory.OData.Payload;

namespace AuthorityDirectory.OData.Http;

/// <summary>The media types of answers.</summary>
enum MediaType
{
    Json,
    Xml,
    Text,
    Multipart,
}

/// <summary>The form that an answer takes.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Style">Of JSON, how much it says about itself.</param>
sealed record AnswerFormat(MediaType Type, PayloadStyle Style)
{
    public string ContentType => Type switch
    {
        MediaType.Json => $"application/json;{Prefix}metadata={Style.Level.ToString().ToLowerInvariant()};{Prefix}streaming=true;"
            + $"IEEE754Compatible={(Style.IsIeee754Compatible ? "true" : "false")};charset=utf-8",
        MediaType.Xml => "application/xml;charset=utf-8",
        _ => "text/plain;charset=utf-8",
    };

    string Prefix => Style.IsVersion401 ? "" : "odata.";
}
