using AuthorityDirectory.Ledger;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Tries a call again while it is not known what became of it.</summary>
/// <remarks>
/// From the outside in: a deadline for all attempts, the attempts, a rest when most fail, a limit for each attempt. Only what is idempotent may go through it.
/// Throttling is left to the client below: both together would send one append fifty times.
/// </remarks>
internal sealed class StorePipeline(CosmosPatience patience)
{
    private const int Retries = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddTimeout(patience.Deadline)
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = NotKnown,
            MaxRetryAttempts = Retries,
            Delay = FirstDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = attempt => ValueTask.FromResult((attempt.Outcome.Exception as LedgerUnavailableException)?.RetryAfter),
            OnRetry = _ =>
            {
                StoreMeter.Retry();
                return ValueTask.CompletedTask;
            },
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = NotKnown,
            FailureRatio = 0.8,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = patience.Rest,
        })
        .AddTimeout(patience.Attempt)
        .Build();

    /// <exception cref="LedgerUnavailableException">It is still not known.</exception>
    public async ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
        catch (BrokenCircuitException error)
        {
            throw new LedgerUnavailableException("The store rests, because most attempts failed.", error.RetryAfter, error);
        }
        catch (TimeoutRejectedException error)
        {
            throw new LedgerUnavailableException("The store did not answer in time.", null, error);
        }
    }

    private static PredicateBuilder<object> NotKnown => new PredicateBuilder().Handle<LedgerUnavailableException>().Handle<TimeoutRejectedException>();
}
