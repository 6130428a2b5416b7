using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Where somebody goes after signing in: a page of this directory, whatever a link says.</summary>
public static class ReturnPath
{
    private const int Longest = 600;

    /// <summary>The path as it was given; null when it is no path of a page here.</summary>
    public static string? Parse(string? text) =>
        text is { Length: > 0 and <= Longest } && PageLanguage.Complete.Any(language => text.StartsWith($"/{language.Tag}/", StringComparison.Ordinal))
        && text.All(letter => letter is > ' ' and < (char)127 && letter != '\\')
        && !text.Contains("//", StringComparison.Ordinal) && !text.Split('?')[0].Split('/').Contains("..")
        && !text.Contains("/sign-in", StringComparison.Ordinal)
            ? text
            : null;
}
