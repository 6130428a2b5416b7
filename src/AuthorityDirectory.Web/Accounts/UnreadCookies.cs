using Microsoft.AspNetCore.Authentication.Cookies;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Cookies that are written and never read.</summary>
internal sealed class UnreadCookies : ICookieManager
{
    private readonly ChunkingCookieManager _written = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => null;

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => _written.AppendResponseCookie(context, key, value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _written.DeleteCookie(context, key, options);
}
