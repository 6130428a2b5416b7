using System.Globalization;
using System.Net;
using AuthorityDirectory.Ledger;
using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>One call of the client: it has a deadline, and what goes wrong on the way has one name.</summary>
internal static class StoreCall
{
    /// <summary>The service's word for "the container is gone" and "this replica lags", as against "the item is not there".</summary>
    private static readonly string[] NotJustAbsent = ["1002", "1003"];

    /// <summary>Calls, and counts what the service charges.</summary>
    /// <returns>The answer, whatever its status.</returns>
    /// <exception cref="LedgerUnavailableException">No answer came in time, or none at all.</exception>
    public static async Task<ResponseMessage> SendAsync(
        string operation, Func<CancellationToken, Task<ResponseMessage>> call, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        try
        {
            var response = await call(limit.Token).ConfigureAwait(false);
            StoreMeter.Charge(operation, response.Headers.RequestCharge);
            return response;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Unavailable($"To {operation}", error);
        }
    }

    /// <summary>Whether the item asked for is not there, and the container is.</summary>
    public static bool IsAbsent(ResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NotFound && !NotJustAbsent.Contains(response.Headers["x-ms-substatus"]);

    /// <summary>An answer that says neither yes nor no.</summary>
    public static LedgerUnavailableException Unavailable(string operation, ResponseMessage response) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"To {operation}: the store answered {(int)response.StatusCode} {response.StatusCode} (sub-status {response.Headers["x-ms-substatus"] ?? "none"}, activity {response.Headers.ActivityId}). {FirstLine(response.ErrorMessage ?? "")}"),
        RetryAfter(response));

    /// <summary>No answer.</summary>
    public static LedgerUnavailableException Unavailable(string what, Exception error) => new(
        error is OperationCanceledException or TimeoutException ? $"{what}: the store did not answer in time." : $"{what}: the store does not answer. {FirstLine(error.Message)}",
        (error as CosmosException)?.RetryAfter,
        error);

    /// <summary>What follows it is the client's diagnostics, many kilobytes; they are in the inner exception.</summary>
    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();

    /// <summary>When the store says to come again; null when it does not say.</summary>
    public static TimeSpan? RetryAfter(ResponseMessage response) =>
        double.TryParse(response.Headers["x-ms-retry-after-ms"], CultureInfo.InvariantCulture, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
