using System.Net;
using System.Text;
using System.Text.Json;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Tests.Support;
using Azure.Core;
using Microsoft.Azure.Cosmos;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

/// <summary>The server in our process answers Microsoft's own client as the service does.</summary>
public sealed class CosmosTestServerTests : IAsyncLifetime
{
    private static readonly PartitionKey Partition = new("p");

    private CosmosTestServer _server = null!;
    private CosmosClient _client = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await CosmosTestServer.StartAsync();
        _client = new CosmosClient(_server.ConnectionString, Options);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_container_is_made_and_described()
    {
        var container = await MakeContainerAsync();

        var properties = (await container.ReadContainerAsync(cancellationToken: Cancelled)).Resource;

        Assert.Equal("/partition", properties.PartitionKeyPath);
        Assert.Equal(PartitionKeyDefinitionVersion.V2, properties.PartitionKeyDefinitionVersion);
        Assert.Equal(-1, properties.DefaultTimeToLive);
    }

    [Fact]
    public async Task The_account_says_its_consistency_and_regions()
    {
        var account = await _client.ReadAccountAsync();

        Assert.Equal(ConsistencyLevel.Session, account.Consistency.DefaultConsistencyLevel);
        Assert.Single(account.WritableRegions);
    }

    [Fact]
    public async Task An_item_is_created_once_read_replaced_and_deleted()
    {
        var container = await MakeContainerAsync();

        using var created = await container.CreateItemStreamAsync(Item("a", "Zürich"), Partition, cancellationToken: Cancelled);
        using var again = await container.CreateItemStreamAsync(Item("a", "Bern"), Partition, cancellationToken: Cancelled);
        using var read = await container.ReadItemStreamAsync("a", Partition, cancellationToken: Cancelled);
        using var stale = await container.ReplaceItemStreamAsync(
            Item("a", "Bern"), "a", Partition, new ItemRequestOptions { IfMatchEtag = "\"stale\"" }, Cancelled);
        using var replaced = await container.ReplaceItemStreamAsync(
            Item("a", "Bern"), "a", Partition, new ItemRequestOptions { IfMatchEtag = read.Headers.ETag }, Cancelled);
        using var deleted = await container.DeleteItemStreamAsync("a", Partition, cancellationToken: Cancelled);
        using var absent = await container.ReadItemStreamAsync("a", Partition, cancellationToken: Cancelled);

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
            new[] { created, again, read, stale, replaced, deleted, absent }.Select(response => response.StatusCode));
        Assert.Equal("Zürich", JsonDocument.Parse(read.Content).RootElement.GetProperty("value").GetString());
        Assert.Equal(created.Headers.ETag, read.Headers.ETag);
        Assert.NotEqual(read.Headers.ETag, replaced.Headers.ETag);
    }

    [Fact]
    public async Task An_upsert_creates_then_replaces()
    {
        var container = await MakeContainerAsync();

        using var first = await container.UpsertItemStreamAsync(Item("a", "1"), Partition, cancellationToken: Cancelled);
        using var second = await container.UpsertItemStreamAsync(Item("a", "2"), Partition, cancellationToken: Cancelled);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task The_change_feed_gives_the_latest_versions_in_the_order_of_their_change_then_what_is_new()
    {
        var container = await MakeContainerAsync();
        foreach (var id in new[] { "1", "2", "3", "4" })
        {
            await container.CreateItemStreamAsync(Item(id, ""), Partition, cancellationToken: Cancelled);
        }

        await container.ReplaceItemStreamAsync(Item("2", "changed"), "2", Partition, cancellationToken: Cancelled);
        using var feed = container.GetChangeFeedStreamIterator(
            ChangeFeedStartFrom.Beginning(FeedRange.FromPartitionKey(Partition)), ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = 3 });

        Assert.Equal("1 3 4", await ReadPageAsync(feed));
        Assert.Equal("2", await ReadPageAsync(feed));
        Assert.Null(await ReadPageAsync(feed));
        await container.CreateItemStreamAsync(Item("5", ""), Partition, cancellationToken: Cancelled);
        Assert.Equal("5", await ReadPageAsync(feed));
    }

    [Fact]
    public async Task The_items_of_a_partition_are_read_page_by_page()
    {
        var container = await MakeContainerAsync();
        foreach (var id in new[] { "1", "2", "3" })
        {
            await container.CreateItemStreamAsync(Item(id, ""), Partition, cancellationToken: Cancelled);
        }

        await container.CreateItemStreamAsync(Item("4", "", "other"), new PartitionKey("other"), cancellationToken: Cancelled);
        using var feed = container.GetItemQueryStreamIterator(
            requestOptions: new QueryRequestOptions { PartitionKey = Partition, MaxItemCount = 2 });

        Assert.Equal("1 2", await ReadPageAsync(feed));
        Assert.Equal("3", await ReadPageAsync(feed));
        Assert.False(feed.HasMoreResults);
    }

    [Theory]
    [InlineData("""{"id":"a/b","partition":"p"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"","partition":"p"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"a","partition":"q"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"a"}""", HttpStatusCode.BadRequest)]
    [InlineData("""["a"]""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"a","partition":"p","ttl":0}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"id":"a","partition":"p","ttl":5}""", HttpStatusCode.Created)]
    public async Task What_the_service_would_refuse_is_refused(string item, HttpStatusCode status)
    {
        var container = await MakeContainerAsync();

        using var response = await container.CreateItemStreamAsync(Stream(item), Partition, cancellationToken: Cancelled);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task More_than_two_megabytes_are_too_large()
    {
        var container = await MakeContainerAsync();

        using var response = await container.CreateItemStreamAsync(Item("a", new string('x', 2 * 1024 * 1024)), Partition, cancellationToken: Cancelled);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task An_item_goes_away_when_its_time_is_over()
    {
        var clock = new SetClock(DateTimeOffset.UtcNow);
        await using var server = await CosmosTestServer.StartAsync(clock);
        server.AddContainer("d", "c", "/partition", timeToLive: -1);
        using var client = new CosmosClient(server.ConnectionString, Options);
        var container = client.GetContainer("d", "c");
        await container.CreateItemStreamAsync(Stream("""{"id":"a","partition":"p","ttl":60}"""), Partition, cancellationToken: Cancelled);
        await container.CreateItemStreamAsync(Stream("""{"id":"b","partition":"p"}"""), Partition, cancellationToken: Cancelled);

        clock.Now += TimeSpan.FromSeconds(60);

        using var expired = await container.ReadItemStreamAsync("a", Partition, cancellationToken: Cancelled);
        using var lasting = await container.ReadItemStreamAsync("b", Partition, cancellationToken: Cancelled);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (expired.StatusCode, lasting.StatusCode));
    }

    [Fact]
    public async Task A_container_without_the_second_partition_hash_is_not_made()
    {
        var database = (await _client.CreateDatabaseIfNotExistsAsync("d", cancellationToken: Cancelled)).Database;

        var error = await Assert.ThrowsAsync<CosmosException>(() => database.CreateContainerAsync(new ContainerProperties("c", "/partition"), cancellationToken: Cancelled));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact]
    public async Task Another_key_opens_nothing()
    {
        var key = Convert.ToBase64String(new byte[64]);
        using var client = new CosmosClient(_server.Endpoint, key, Options);

        var error = await Assert.ThrowsAsync<CosmosException>(client.ReadAccountAsync);

        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
    }

    [Fact]
    public async Task An_identity_reads_and_writes_items_but_makes_no_container()
    {
        await MakeContainerAsync();
        using var client = new CosmosClient(_server.Endpoint, new FixedToken(), Options);

        using var created = await client.GetContainer("d", "c").CreateItemStreamAsync(Item("a", ""), Partition, cancellationToken: Cancelled);
        var error = await Assert.ThrowsAsync<CosmosException>(() => client.CreateDatabaseAsync("e", cancellationToken: Cancelled));

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }

    private static CosmosClientOptions Options => new() { ConnectionMode = ConnectionMode.Gateway, EnableContentResponseOnWrite = false };

    private async Task<Container> MakeContainerAsync()
    {
        var database = (await _client.CreateDatabaseIfNotExistsAsync("d", cancellationToken: Cancelled)).Database;
        var properties = new ContainerProperties("c", "/partition") { PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2, DefaultTimeToLive = -1 };
        return (await database.CreateContainerIfNotExistsAsync(properties, cancellationToken: Cancelled)).Container;
    }

    private static MemoryStream Item(string id, string value, string partition = "p") => Stream(JsonSerializer.Serialize(new { id, partition, value }));

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));

    /// <returns>The ids of a page; null when nothing has changed.</returns>
    private static async Task<string?> ReadPageAsync(FeedIterator feed)
    {
        using var page = await feed.ReadNextAsync(Cancelled);
        if (page.StatusCode == HttpStatusCode.NotModified)
        {
            return null;
        }

        using var json = await JsonDocument.ParseAsync(page.Content, cancellationToken: Cancelled);
        return string.Join(' ', json.RootElement.GetProperty("Documents").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
