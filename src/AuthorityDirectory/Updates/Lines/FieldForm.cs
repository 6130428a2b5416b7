namespace AuthorityDirectory.Updates.Lines;

/// <summary>The form in which a field is written, which decides how it is asked for.</summary>
public enum FieldForm
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Text of several lines.</summary>
    LongText,

    /// <summary>Several texts, a line each.</summary>
    Texts,

    /// <summary>A member of a closed list.</summary>
    Code,

    /// <summary>A day: <c>2026-11-02</c>.</summary>
    Day,

    /// <summary>A BCP 47 tag.</summary>
    Language,

    /// <summary>BCP 47 tags with spaces between.</summary>
    Languages,

    /// <summary>Codes of channels with spaces between.</summary>
    Channels,

    /// <summary>The address of a page.</summary>
    WebAddress,

    /// <summary>ISO 3166-1 alpha-2.</summary>
    Country,

    /// <summary>A name of the tz database.</summary>
    TimeZone,

    /// <summary>The id of an authority of the same State.</summary>
    Authority,

    /// <summary>Texts in other languages, a line each: <c>fr: Ministère de la justice</c>.</summary>
    Translations,

    /// <summary>Links, a line each: <c>Legislation https://example.org/law fr</c>.</summary>
    Links,
}
