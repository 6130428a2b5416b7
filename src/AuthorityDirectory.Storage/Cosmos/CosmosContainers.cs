using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>The containers of one account, looked at before they are first used. A process has one.</summary>
public sealed class CosmosContainers : IDisposable
{
    /// <summary>The container of the ledger; nothing in it ever expires.</summary>
    public const string LedgerName = "ledger";

    /// <summary>The partition key of the ledger's container.</summary>
    public const string LedgerPartitionKey = "/ledger";

    /// <summary>The container of what is not on the ledger; items say themselves when they expire.</summary>
    public const string WorkName = "work";

    /// <summary>The partition key of that container.</summary>
    public const string WorkPartitionKey = "/area";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly CosmosClient _client;
    private volatile bool _isChecked;

    /// <summary>Connects to nothing yet.</summary>
    public CosmosContainers(CosmosOptions options)
    {
        Options = options;
        _client = CosmosClientFactory.Create(options);
        Ledger = _client.GetContainer(options.Database, LedgerName);
        Work = _client.GetContainer(options.Database, WorkName);
    }

    internal CosmosOptions Options { get; }

    internal Container Ledger { get; }

    internal Container Work { get; }

    /// <summary>Looks at account and containers the first time; afterwards it does nothing.</summary>
    /// <exception cref="StorageRefusedException">They would lose entries or cannot be used; the message says what to change.</exception>
    /// <exception cref="AuthorityDirectory.Ledger.LedgerUnavailableException">The account does not answer now.</exception>
    public async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        if (_isChecked)
        {
            return;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isChecked)
            {
                await new CosmosGuard(_client, this).CheckAsync(cancellationToken).ConfigureAwait(false);
                _isChecked = true;
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _oneAtATime.Dispose();
    }
}
