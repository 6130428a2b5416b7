using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AuthorityDirectory.Web.Pages;

/// <summary>Makes a page with the culture of its language.</summary>
public sealed class CultureFilter(PageLanguage language) : IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        return next();
    }
}
