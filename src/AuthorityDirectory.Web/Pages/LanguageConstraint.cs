using System.Globalization;

namespace AuthorityDirectory.Web.Pages;

/// <summary>Lets the first segment of an address be a complete language only; any other has no pages.</summary>
public sealed class LanguageConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        PageLanguage.Find(Convert.ToString(values[routeKey], CultureInfo.InvariantCulture)) is not null;
}
