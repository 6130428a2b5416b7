using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AuthorityDirectory.Web.Pages;

/// <summary>What holds for every page: the culture of its language, and that it loads nothing but our own stylesheet and icon.</summary>
public sealed class PageFilter(PageLanguage language) : IAsyncResourceFilter
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        await next();
    }
}
