using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Payload;

/// <summary>URLs of the rest of a collection that is expanded: the same question, asked of the collection alone.</summary>
/// <param name="segments">The navigation property and what follows it in the path.</param>
/// <param name="options">Its options in brackets, as query options.</param>
/// <param name="aliases">The parameter aliases of the request, as sent.</param>
/// <param name="limits">How long a URL may be.</param>
sealed class NextLink(string segments, IReadOnlyList<WrittenOption> options, IReadOnlyList<string> aliases, ODataLimits limits)
{
    static readonly string[] _elsewhere = ["$it", "$this"];

    readonly bool _meansTheSameAlone = options.Select(option => option.Text).Concat(aliases.Select(Uri.UnescapeDataString))
        .All(text => !_elsewhere.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the collection can be asked for alone: not when its options look at the entity around it, or leave a token less than half of a URL.</summary>
    public bool IsPossible(string owner) => _meansTheSameAlone && Url(owner, "$skiptoken=").Length < limits.MaxUrlLength / 2;

    /// <summary>The URL, relative to the service root.</summary>
    /// <param name="owner">The canonical path of the entity that leads there.</param>
    /// <param name="token">Where to go on; null to begin.</param>
    public string Of(string owner, SkipToken? token) => Url(owner, token is null ? null : "$skiptoken=" + token.Encode());

    string Url(string owner, string? token)
    {
        var kept = options.Where(option => token is null || option.Option != SystemOption.Skip).Select(option => $"{option.Option.Written()}={Uri.EscapeDataString(option.Text)}");
        var query = string.Join('&', kept.Concat(aliases).Concat(token is null ? [] : [token]));
        return $"{owner}/{segments}{(query.Length == 0 ? "" : "?" + query)}";
    }
}
