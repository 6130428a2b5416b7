using System.Net;
using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>Refuses an account that would lose entries without a word, or that cannot be used.</summary>
internal sealed class CosmosGuard(CosmosClient client, CosmosContainers containers)
{
    private static readonly ConsistencyLevel[] Weaker = [ConsistencyLevel.ConsistentPrefix, ConsistencyLevel.Eventual];

    private readonly CosmosOptions _options = containers.Options;

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        Check(await CallAsync("The account", client.ReadAccountAsync, cancellationToken).ConfigureAwait(false));
        var ledger = await ReadAsync(containers.Ledger, cancellationToken).ConfigureAwait(false);
        CheckPartition(ledger, CosmosContainers.LedgerPartitionKey);
        Refuse(ledger.DefaultTimeToLive is not null, $"Container {ledger.Id} lets entries expire: switch its time to live off.");
        var work = await ReadAsync(containers.Work, cancellationToken).ConfigureAwait(false);
        CheckPartition(work, CosmosContainers.WorkPartitionKey);
        Refuse(work.DefaultTimeToLive != -1, $"Container {work.Id} does not let items say when they expire: set its time to live to on, without a default (-1).");
    }

    private void Check(AccountProperties account)
    {
        var regions = string.Join(", ", account.WritableRegions.Select(region => region.Name));
        Refuse(
            account.WritableRegions.Count() > 1,
            $"The account takes writes in several regions ({regions}), where the later of two writers silently wins: configure one write region.");
        Refuse(
            Weaker.Contains(account.Consistency.DefaultConsistencyLevel),
            $"The account's consistency is {account.Consistency.DefaultConsistencyLevel}, with which a writer may not see what it wrote: set it to Session or stronger.");
    }

    private void CheckPartition(ContainerProperties container, string path)
    {
        Refuse(
            container.PartitionKeyPath != path,
            $"Container {container.Id} has the partition key {container.PartitionKeyPath} in place of {path}, which cannot be changed: let the deployment make a new container.");
        Refuse(
            container.PartitionKeyDefinitionVersion != PartitionKeyDefinitionVersion.V2,
            $"Container {container.Id} has version 1 of the partition hash in place of version 2, which cannot be changed: let the deployment make a new container.");
    }

    private async Task<ContainerProperties> ReadAsync(Container container, CancellationToken cancellationToken)
    {
        var response = await CallAsync(
            $"Container {container.Id}",
            () => container.ReadContainerAsync(cancellationToken: cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return response.Resource;
    }

    private async Task<T> CallAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().WaitAsync(_options.Patience.Deadline, cancellationToken).ConfigureAwait(false);
        }
        catch (CosmosException error) when (error.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw Refusal(
                $"{what} does not let this process in ({(int)error.StatusCode}): give its identity the data roles of the deployment, or in development the account's own key.",
                error);
        }
        catch (CosmosException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            throw Refusal($"{what} is not there: the deployment makes database and containers, the directory does not.", error);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw StoreCall.Unavailable(what, error);
        }
    }

    private void Refuse(bool isWrong, string reason)
    {
        if (isWrong)
        {
            throw Refusal(reason);
        }
    }

    private StorageRefusedException Refusal(string reason, Exception? error = null) =>
        new($"The store {_options.Endpoint} (database {_options.Database}) is not opened. {reason}", error);
}
