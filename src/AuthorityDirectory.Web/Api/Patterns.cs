namespace AuthorityDirectory.Web.Api;

/// <summary>The forms of codes and identifiers, as <c>$metadata</c> and the OpenAPI description promise them (ECMA-262).</summary>
/// <remarks>Those that the reader of seed files asks for; a test holds what the directory answers against them.</remarks>
internal static class Patterns
{
    /// <summary>ISO 3166-1 alpha-2, and EU.</summary>
    public const string StateCode = "^[A-Z]{2}$";

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public const string Alpha3 = "^[A-Z]{3}$";

    /// <summary>The digits of the United Nations M49 standard.</summary>
    public const string M49 = "^[0-9]{3}$";

    /// <summary>Language, script and region of BCP 47.</summary>
    public const string Language = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";

    /// <summary>AT-001.</summary>
    public const string AuthorityId = "^[A-Z]{2}-[0-9]{3,}$";

    /// <summary>AT-001-d1.</summary>
    public const string DesignationId = "^[A-Z]{2}-[0-9]{3,}-d[1-9][0-9]*$";

    /// <summary>AT-001-c1.</summary>
    public const string ContactPointId = "^[A-Z]{2}-[0-9]{3,}-c[1-9][0-9]*$";

    /// <summary>AT-n1.</summary>
    public const string NoticeId = "^[A-Z]{2}-n[1-9][0-9]*$";

    /// <summary>globe-001.</summary>
    public const string MembershipId = "^[a-z0-9]+(-[a-z0-9]+)*-[0-9]{3,}$";

    /// <summary>A code of our own lists: arin-ap.</summary>
    public const string ShortCode = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>A name of the tz database: Europe/Vienna.</summary>
    public const string TimeZone = "^[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+$";

    /// <summary>An address of the web.</summary>
    public const string Url = "^https?://[!-~]+$";

    /// <summary>An address of e-mail.</summary>
    public const string Email = @"^[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$";

    /// <summary>A number to dial, international or domestic.</summary>
    public const string Phone = @"^(\+[1-9]([ -]?[0-9]){6,14}|[0-9]([ -]?[0-9]){2,14})$";

    /// <summary>SHA-256 in small hexadecimal digits.</summary>
    public const string Hash = "^[0-9a-f]{64}$";
}
