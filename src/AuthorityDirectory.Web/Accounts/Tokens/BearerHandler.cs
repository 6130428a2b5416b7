using System.Security.Claims;
using System.Text.Encodings.Web;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web.Accounts.Tokens;

/// <summary>Who asks the API: whoever's token is in <c>Authorization: Bearer</c> (RFC 6750), and nobody without one.</summary>
public sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessTokens tokens, CurrentSnapshot current, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Start = "Bearer ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var sent = Request.Headers.Authorization.ToString();
        if (sent.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        try
        {
            return sent.StartsWith(Start, StringComparison.OrdinalIgnoreCase) ? await ResultAsync(sent[Start.Length..].Trim()) : Fail(TokenFault.NotBearer);
        }
        catch (LedgerUnavailableException)
        {
            return Fail(TokenFault.StoreIsAway);
        }
    }

    /// <summary>The account is looked for first: names that somebody makes up never reach the store.</summary>
    private async Task<AuthenticateResult> ResultAsync(string text) =>
        AccessToken.Parse(text) is not var (id, secret) || current.Value.Register.Account(AccessToken.AccountOf(id)) is not { } account || !account.IsOpen() || !IsName(id) ? Fail(TokenFault.Unknown)
        : await tokens.FindAsync(id, secret, Context.RequestAborted) is not { } token ? Fail(TokenFault.Unknown)
        : token.ExpiresAt <= time.GetUtcNow() ? Fail(TokenFault.Expired)
        : AuthenticateResult.Success(new(new ClaimsPrincipal(Identity(token)), Scheme.Name));

    private static bool IsName(string id) => id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_' or '.');

    private ClaimsIdentity Identity(AccessToken token) =>
        new([new(Caller.AccountClaim, token.AccountId), new(Caller.ScopeClaim, token.Scope.ToString()), new(ClaimTypes.Name, token.Id)], Scheme.Name);

    private static AuthenticateResult Fail(TokenFault fault) => AuthenticateResult.Fail(new TokenException(fault));
}
