using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Api;

/// <summary>Holds a request back until the snapshot is where its client has seen the directory already, here or on another instance.</summary>
/// <remarks>
/// Positions are those of the ledger: where the snapshot goes that far, so does the view of every caller, also when nothing in it changed.
/// A preference is not a condition (RFC 7240, section 2): when the wait is over, the answer is what there is, and what it does not say in
/// <c>Preference-Applied</c> was not done.
/// </remarks>
public sealed class PositionWait(RequestDelegate next, CurrentSnapshot current, TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>Waits before anything of the request reads the snapshot.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        PositionPreference? preference;
        try
        {
            preference = PositionPreference.Parse(context.Request.Headers["Prefer"].ToString());
        }
        catch (FormatException error)
        {
            await RefuseAsync(context.Response, error.Message);
            return;
        }

        if (preference is not null && await IsReachedAsync(preference, context.RequestAborted))
        {
            context.Response.OnStarting(() => Applied(context.Response, preference));
        }

        await next(context);
    }

    private async Task<bool> IsReachedAsync(PositionPreference preference, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(preference.Wait, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted, lifetime.ApplicationStopping);
        try
        {
            await current.ReachAsync(preference.Position, limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <remarks>Beside what the answer itself may have said.</remarks>
    private static Task Applied(HttpResponse response, PositionPreference preference)
    {
        response.Headers.Append("Preference-Applied", preference.ToString());
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpResponse response, string message)
    {
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.Headers["OData-Version"] = "4.0";
        return response.WriteAsJsonAsync(new { error = new { code = "InvalidValue", message, target = "Prefer" } });
    }
}
