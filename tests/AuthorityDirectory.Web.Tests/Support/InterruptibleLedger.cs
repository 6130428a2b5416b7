using AuthorityDirectory.Ledger;
using AuthorityDirectory.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>A ledger in memory whose store can be away, and that lets a test wait until it is read.</summary>
public sealed class InterruptibleLedger : ILedger
{
    private readonly InMemoryLedger _inner = new();
    private volatile bool _isAway;
    private volatile TaskCompletionSource _nextRead = New();

    public bool IsAway { get => _isAway; set => _isAway = value; }

    public Task NextRead => _nextRead.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public ValueTask<AppendResult> AppendAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        IsAway ? throw new LedgerUnavailableException("The store is away.") : _inner.AppendAsync(entry, cancellationToken);

    public ValueTask<LedgerPage> ReadAsync(long after, CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _nextRead, New()).SetResult();
        return IsAway ? throw new LedgerUnavailableException("The store is away.") : _inner.ReadAsync(after, cancellationToken);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The directory on such a ledger, with a clock that a test sets.</summary>
public sealed class InterruptibleDirectory : DirectoryHost
{
    public InterruptibleLedger Store { get; } = new();

    public SetClock Clock { get; } = new(Now);

    protected override void Configure(WebApplicationBuilder builder) => builder.Services
        .Replace(ServiceDescriptor.Singleton<ILedger>(Store))
        .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
}
