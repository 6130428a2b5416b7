using System.Globalization;
using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Web.Pages;

/// <summary>A language in which every page can be read: its place in addresses, its culture, the direction of its script.</summary>
public sealed record PageLanguage(UnLanguage Language, string CultureName)
{
    /// <summary>The languages whose texts are complete; a test asks each for every key.</summary>
    public static IReadOnlyList<PageLanguage> Complete { get; } = [new(UnLanguage.En, "en-GB")];

    /// <summary>The first segment of an address and the <c>lang</c> of a page: <c>en</c>.</summary>
    public string Tag { get; } = Codes.UnLanguages.CodeOf(Language);

    /// <summary>How dates, numbers and names of languages are written.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(CultureName);

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The complete language with this tag; null when there is none.</summary>
    public static PageLanguage? Find(string? tag) =>
        Complete.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.Ordinal));

    /// <summary>The complete language that a browser asks for most, else the first.</summary>
    public static PageLanguage Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => Find(asked.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(language => language is not null) ?? Complete[0];

    /// <summary>Which form of a counted text goes with a number.</summary>
    public string PluralForm(long count) => count == 1 ? "one" : "other";
}
