using System.Globalization;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Answers 503 when the store is away, on whatever page; the error page then holds what was typed and offers to send it again.</summary>
public sealed class UnavailableFilter : IExceptionFilter
{
    private const int Soon = 10;

    /// <inheritdoc/>
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is LedgerUnavailableException or StorageRefusedException)
        {
            var seconds = (int)Math.Ceiling((context.Exception as LedgerUnavailableException)?.RetryAfter?.TotalSeconds ?? Soon);
            context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
            context.ExceptionHandled = true;
        }
    }
}
