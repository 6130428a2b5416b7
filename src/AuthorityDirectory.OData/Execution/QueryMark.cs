using System.Security.Cryptography;
using System.Text;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Execution;

/// <summary>What tells a query from others in a skip token: which entities it chooses, and in what order; not how many of them, nor what of them it shows.</summary>
/// <param name="options">The options of the query as written.</param>
/// <param name="aliases">The parameter aliases of the request, as sent.</param>
sealed class QueryMark(IReadOnlyList<WrittenOption> options, IReadOnlyList<string> aliases)
{
    const int Bytes = 4;

    /// <summary>Eight characters, the same on every instance; computed where there is a next page only.</summary>
    public string Text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Question))[..Bytes]);

    string Question => string.Join('&', options.Where(Chooses).OrderBy(option => option.Option).Select(option => $"{option.Option}={option.Text.Trim()}").Concat(aliases));

    static bool Chooses(WrittenOption option) => option.Option is SystemOption.Filter or SystemOption.OrderBy or SystemOption.Search or SystemOption.Compute;
}
