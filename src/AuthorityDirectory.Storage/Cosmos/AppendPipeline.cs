using AuthorityDirectory.Ledger;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Tries an append again while it is not known what became of it.</summary>
/// <remarks>
/// From the outside in: a deadline for all attempts, the attempts, a rest when most fail, a limit for each attempt. It is safe because an append is idempotent.
/// Throttling is left to the client below: both together would send one append fifty times.
/// </remarks>
internal static class AppendPipeline
{
    private const int Retries = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    public static ResiliencePipeline<AppendResult> Create(CosmosPatience patience) =>
        new ResiliencePipelineBuilder<AppendResult>()
            .AddTimeout(patience.Append)
            .AddRetry(new RetryStrategyOptions<AppendResult>
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
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AppendResult>
            {
                ShouldHandle = NotKnown,
                FailureRatio = 0.8,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = patience.Rest,
            })
            .AddTimeout(patience.Attempt)
            .Build();

    private static PredicateBuilder<AppendResult> NotKnown =>
        new PredicateBuilder<AppendResult>().Handle<LedgerUnavailableException>().Handle<TimeoutRejectedException>();
}
