namespace AuthorityDirectory.Web.Pages;

/// <summary>What somebody typed to find something.</summary>
public static class SearchText
{
    /// <summary>The most characters that are looked for; no name in the directory needs more to be found.</summary>
    public const int Longest = 100;

    public static bool IsTooLong(string? text) => text?.Length > Longest;
}
