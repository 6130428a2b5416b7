using System.Globalization;
using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Errors;

/// <summary>Says what went wrong and where to go on; never how the program looks inside.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(CurrentView current) : PageModel
{
    private static readonly int[] WithOwnText = [400, 401, 403, 404, 405, 500, 503];

    /// <summary>Which text fits: the code's own, else that of its family.</summary>
    public int Text { get; private set; }

    /// <summary>The State of an authority that is not held; null when the address names none.</summary>
    public StateEntry? State { get; private set; }

    /// <summary>What was typed into the form that could not be taken, to be sent again; null when there was none.</summary>
    public HeldForm? Held { get; private set; }

    /// <summary>Whatever the method was: the request that failed may have been of any.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var code = Response.StatusCode = int.Parse((string)context.RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        Text = WithOwnText.Contains(code) ? code : code < 500 ? 400 : 500;
        Held = code is 400 or 401 or 503 ? await HeldForm.OfAsync(HttpContext) : null;
        State = code == 404 ? StateIn(DirectoryPages.FailedPath(HttpContext)) : null;
        await next();
    }

    private StateEntry? StateIn(string? path) =>
        path?.Split('/') is [_, _, "authorities", { Length: > 2 } id, ..] ? current.View.State(id[..2].ToUpperInvariant()) : null;
}
