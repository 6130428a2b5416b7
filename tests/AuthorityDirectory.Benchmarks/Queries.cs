using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tool.Synthetic;

namespace AuthorityDirectory.Benchmarks;

/// <summary>What is asked of the generated directory, as URLs after the service root.</summary>
internal static class Queries
{
    private static readonly string[] Words = ["Ministry", "Justice", "Prosecutor", "Commission", "Corruption", "Court", "Police", "Intelligence", "Unit", "Audit"];

    private static readonly string[] Syllables = ["ba", "de", "ka", "lo", "mi", "na", "ro", "su", "ta", "vo", "ze", "fi", "go", "ha", "ju", "pe"];

    private static readonly string[] Pairs = [.. from first in Syllables from second in Syllables select first + second];

    private static readonly AuthorityStatus[] Statuses = [AuthorityStatus.Active, AuthorityStatus.NotStated];

    /// <summary>The first page, whole entities.</summary>
    public static IReadOnlyList<string> First { get; } = ["Authorities?$top=20"];

    /// <summary>Contains, an enumeration, a lambda over a navigation property, order, count and selection; half of them find many, half find few.</summary>
    public static IReadOnlyList<string> Filters { get; } =
        [.. from index in Enumerable.Range(0, Pairs.Length) from status in Statuses from function in Codes.Functions.All select Filter(index % 2 == 0 ? Words[index / 2 % Words.Length] : Pairs[index], status, function)];

    /// <summary>One of the same, always the same.</summary>
    public static IReadOnlyList<string> OneFilter { get; } = [Filters[0]];

    /// <summary>Every authority once.</summary>
    public static IReadOnlyList<string> Keys(IEnumerable<Authority> authorities) => [.. authorities.Select(authority => $"Authorities('{authority.Id}')")];

    /// <summary>A word of a title, or the name of a State.</summary>
    public static IReadOnlyList<string> Searches(SyntheticDirectory directory) =>
        [.. directory.States.Select((state, index) => index % 2 == 0 ? Words[index / 2 % Words.Length] : state.Name.En.Split(' ')[0]).Select(term => $"Authorities?$search={term}&$top=20")];

    private static string Filter(string text, AuthorityStatus status, Function function) =>
        $"Authorities?$filter=contains(Name,'{text}')%20and%20Status%20eq%20'{status}'%20and%20Designations/any(d:d/Function%20eq%20'{function}')&$orderby=Name%20desc&$count=true&$select=Id,Name,Status&$top=20";
}
