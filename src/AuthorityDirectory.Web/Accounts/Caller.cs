using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Who makes a request, as the ledger knows them now: an account that was closed a moment ago is nobody.</summary>
/// <remarks>Every page and endpoint asks this, and nothing else, what may be seen and done; the rules ask again when something is written.</remarks>
public sealed class Caller(IHttpContextAccessor http, CurrentSnapshot current)
{
    /// <summary>The claim that holds the account's id.</summary>
    public const string AccountClaim = "account";

    /// <summary>The claim that holds the scope of a token; who signed in with a browser has none.</summary>
    public const string ScopeClaim = "scope";

    private readonly Lazy<Account?> _account = new(() =>
        http.HttpContext?.User.FindFirst(AccountClaim)?.Value is { } id && current.Value.Register.Account(id) is { } account && account.IsOpen() ? account : null);

    /// <summary>The open account; null for a visitor.</summary>
    public Account? Account => _account.Value;

    /// <summary>The scope of the token that asks; null when no token does.</summary>
    public TokenScope? Scope => Enum.TryParse<TokenScope>(http.HttpContext?.User.FindFirst(ScopeClaim)?.Value, out var scope) ? scope : null;

    /// <summary>What the caller may see.</summary>
    public Audience Audience => Mandate.AudienceOf(Account);

    /// <summary>Whether the caller may do something: the account may, and the token, where one asks.</summary>
    /// <remarks>The rules that write know the account and not the token: ask this first.</remarks>
    /// <param name="permission">What.</param>
    /// <param name="stateCode">The State it is about; null when it is about none.</param>
    public bool May(Permission permission, string? stateCode = null) => Scope?.Covers(permission) != false && Mandate.Allows(Account, permission, stateCode);
}
