using System.Net;
using AuthorityDirectory.Ledger;
using Microsoft.Azure.Cosmos;
using Polly;
using Polly.Retry;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>One reading of the whole ledger by the change feed, page by page.</summary>
/// <remarks>
/// A long ledger costs more than an account gives in a second: it puts pages off (429) for longer than the client waits by itself. Beginning again would cost the same again, and never end;
/// so a page that does not come is asked for again, as late as the store asks for. A store that is away from the beginning is not waited for.
/// </remarks>
internal sealed class CosmosLoad
{
    private const int PageItems = 1000;
    private const int Retries = 6;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private readonly Container _container;
    private readonly TimeSpan _limit;
    private readonly ResiliencePipeline<ResponseMessage> _pages;
    private ChangeFeedStartFrom _from;
    private bool _hasBegun;

    /// <param name="container">The container of the ledger.</param>
    /// <param name="key">The ledger in it.</param>
    /// <param name="limit">For one request for a page.</param>
    public CosmosLoad(Container container, PartitionKey key, TimeSpan limit)
    {
        _container = container;
        _limit = limit;
        _from = ChangeFeedStartFrom.Beginning(FeedRange.FromPartitionKey(key));
        _pages = new ResiliencePipelineBuilder<ResponseMessage>().AddRetry(new RetryStrategyOptions<ResponseMessage>
        {
            ShouldHandle = attempt => ValueTask.FromResult(IsPutOff(attempt.Outcome)),
            MaxRetryAttempts = Retries,
            Delay = FirstDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } answer ? StoreCall.RetryAfter(answer) : null),
        }).Build();
    }

    /// <summary>All entries by sequence: each as it was last replaced, so the order of arrival is another.</summary>
    /// <exception cref="LedgerUnavailableException">The store does not answer.</exception>
    public async Task<SortedDictionary<long, LedgerEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        var entries = new SortedDictionary<long, LedgerEntry>();
        while (await ReadPageAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (var entry in page)
            {
                entries[entry.Sequence] = entry;
            }
        }

        return entries;
    }

    /// <returns>Null at the end.</returns>
    private async Task<LedgerEntry[]?> ReadPageAsync(CancellationToken cancellationToken)
    {
        using var page = await _pages.ExecuteAsync(async token => await AskAsync(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (page.StatusCode == HttpStatusCode.NotModified)
        {
            return null;
        }

        var entries = page.StatusCode == HttpStatusCode.OK
            ? await CosmosDocument.ReadPageAsync(page.Content, cancellationToken).ConfigureAwait(false)
            : throw StoreCall.Unavailable("load the ledger", page);
        (_from, _hasBegun) = (ChangeFeedStartFrom.ContinuationToken(page.ContinuationToken), true);
        return entries;
    }

    /// <remarks>Each time from the place reached: what the client's own reader does after a failure is nowhere promised.</remarks>
    private async Task<ResponseMessage> AskAsync(CancellationToken cancellationToken)
    {
        using var feed = _container.GetChangeFeedStreamIterator(_from, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = PageItems });
        return await StoreCall.SendAsync("load", feed.ReadNextAsync, _limit, cancellationToken).ConfigureAwait(false);
    }

    private bool IsPutOff(Outcome<ResponseMessage> outcome) =>
        outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests
        || (_hasBegun && (outcome.Exception is LedgerUnavailableException
            || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable));
}
