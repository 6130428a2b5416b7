using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>A work store to which a test can refuse writing, and that can be made to wait.</summary>
public sealed class FailingWorkStore(IWorkStore inner) : IWorkStore
{
    private volatile bool _takesNothing;

    private int _writes;

    /// <summary>Whether it can be read and not written, as when the disk is full.</summary>
    public bool TakesNothing { get => _takesNothing; set => _takesNothing = value; }

    /// <summary>What a write waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>How many writes were begun.</summary>
    public int Writes => _writes;

    public ValueTask<WorkItem?> GetAsync(string key, CancellationToken cancellationToken) => inner.GetAsync(key, cancellationToken);

    public async ValueTask<string?> PutAsync(string key, ReadOnlyMemory<byte> content, WorkCondition condition, TimeSpan? timeToLive, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        await Gate;
        return TakesNothing
            ? throw new LedgerUnavailableException("The disk is full.")
            : await inner.PutAsync(key, content, condition, timeToLive, cancellationToken);
    }

    public ValueTask<bool> DeleteAsync(string key, string? tag, CancellationToken cancellationToken) => inner.DeleteAsync(key, tag, cancellationToken);

    public ValueTask<IReadOnlyList<WorkItem>> ListAsync(string prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);
}
