namespace AuthorityDirectory.Web.Pages;

/// <summary>What somebody typed to find something.</summary>
public static class SearchText
{
    /// <summary>The most characters that are looked for; no name in the directory needs more to be found.</summary>
    public const int Longest = 100;

    /// <summary>Words that go into an OData filter one by one; what follows stays together.</summary>
    private const int MostWords = 5;

    private static readonly string[] Names = ["Name", "NativeName", "Acronym"];

    public static bool IsTooLong(string? text) => text?.Length > Longest;

    /// <summary>An OData filter of authorities in one of whose names each word stands.</summary>
    public static string DataFilter(string text) =>
        string.Join(" and ", text.ToLowerInvariant().Split(default(char[]), MostWords, StringSplitOptions.RemoveEmptyEntries).Select(InAName));

    private static string InAName(string word) =>
        $"({string.Join(" or ", Names.Select(name => $"contains(tolower({name}),{DirectoryLinks.Literal(word)})"))})";
}
