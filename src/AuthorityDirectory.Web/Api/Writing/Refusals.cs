using System.Globalization;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Storage;
using AuthorityDirectory.Web.Requests;
using Refusal = AuthorityDirectory.OData.Writing.Refusal;
using WriteOutcome = AuthorityDirectory.Ledger.WriteOutcome;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>What was not written, as the API tells it: the statuses of the pages, and the faults of fields one by one.</summary>
internal static class Refusals
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>Why an outcome is none.</summary>
    /// <param name="outcome">What was not written.</param>
    /// <param name="details">What is wrong with fields; empty when nothing.</param>
    public static Refusal Of(WriteOutcome outcome, params IReadOnlyList<RefusalDetail> details)
    {
        var (status, message) = (Problems.StatusOf(outcome), outcome.Refusal?.Message ?? outcome.Reason ?? "It was not written.");
        var refusal = status switch
        {
            StatusCodes.Status403Forbidden => Refusal.Forbidden(message),
            StatusCodes.Status404NotFound => Refusal.NotFound(message),
            StatusCodes.Status409Conflict => Refusal.Conflict(message),
            StatusCodes.Status503ServiceUnavailable => Refusal.Unavailable(message, Soon),
            _ => Refusal.Invalid(message),
        };
        return refusal with { Details = details };
    }

    /// <summary>Somebody else was first: the entity is no longer the one that the client looked at.</summary>
    public static Refusal Clash(string what) => Refusal.Clash(string.Create(CultureInfo.InvariantCulture, $"{what} was changed meanwhile: read it again, see what changed, and decide."));

    /// <summary>The store does not answer, or refuses.</summary>
    public static Refusal Away(Exception away) => Refusal.Unavailable(
        "The store does not answer now, and whether it was written is not known: send the same request again; it is not done twice.", (away as LedgerUnavailableException)?.RetryAfter ?? Soon);

    /// <summary>Runs a write; an outage is a refusal too.</summary>
    public static async ValueTask<WriteResult<T>> GuardAsync<T>(Func<Task<WriteResult<T>>> write) where T : class
    {
        try
        {
            return await write();
        }
        catch (Exception away) when (away is LedgerUnavailableException or StorageRefusedException)
        {
            return Away(away);
        }
    }
}
