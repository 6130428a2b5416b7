using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Storage.Tests.Work;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

public sealed class CosmosWorkStoreTests(CosmosAccount account) : WorkStoreSpecification, IClassFixture<CosmosAccount>, IDisposable
{
    private readonly CosmosContainers _containers = new(account.Options);

    [Theory]
    [InlineData(CosmosOperation.Create)]
    [InlineData(CosmosOperation.Replace)]
    [InlineData(CosmosOperation.Upsert)]
    public async Task A_put_whose_answer_was_lost_has_been_done_once(CosmosOperation operation)
    {
        var store = Open();
        var tag = operation == CosmosOperation.Replace ? await store.PutAsync(Key("a"), "0"u8.ToArray(), WorkCondition.Any, null, Token) : null;
        FailOnce(operation, Fault.DropAfterWork);
        var condition = operation switch
        {
            CosmosOperation.Create => WorkCondition.Absent,
            CosmosOperation.Replace => WorkCondition.Unchanged(tag!),
            _ => WorkCondition.Any,
        };

        var written = await store.PutAsync(Key("a"), "1"u8.ToArray(), condition, null, Token);

        Assert.Equal(written, (await store.GetAsync(Key("a"), Token))!.Tag);
    }

    [Theory]
    [InlineData(503, 0)]
    [InlineData(408, 0)]
    [InlineData(404, 1002)]
    public async Task What_fails_once_is_tried_again(int status, int substatus)
    {
        var store = Open();
        await store.PutAsync(Key("a"), "1"u8.ToArray(), WorkCondition.Any, null, Token);
        FailOnce(CosmosOperation.Read, Fault.Answer(status, substatus));

        Assert.NotNull(await store.GetAsync(Key("a"), Token));
    }

    [Fact]
    public async Task A_delete_whose_answer_was_lost_is_nobodys()
    {
        var store = Open();
        await store.PutAsync(Key("a"), "1"u8.ToArray(), WorkCondition.Any, null, Token);
        FailOnce(CosmosOperation.Delete, Fault.DropAfterWork);

        Assert.False(await store.DeleteAsync(Key("a"), null, Token));
        Assert.Null(await store.GetAsync(Key("a"), Token));
    }

    [Fact]
    public async Task A_store_that_is_away_is_unavailable()
    {
        using var containers = new CosmosContainers(account.Options with { Patience = new() { Deadline = TimeSpan.FromSeconds(1), Attempt = TimeSpan.FromMilliseconds(300) } });
        account.Server.OnRequest = _ => Fault.Drop;

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await new CosmosWorkStore(containers, Clock).GetAsync(Key("a"), Token));
    }

    public void Dispose()
    {
        _containers.Dispose();
        account.Quiet();
    }

    protected override IWorkStore Open() => new CosmosWorkStore(_containers, Clock);

    private void FailOnce(CosmosOperation operation, Fault fault)
    {
        var before = account.Server.Count(operation);
        account.Server.OnRequest = call => call.Operation == operation && call.Number == before + 1 ? fault : null;
    }
}
