using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>The stores run on an account as the Bicep makes it: its containers, and nobody may do what a role there does not name.</summary>
public sealed class CosmosTests(BicepSource source) : IAsyncLifetime
{
    private const string Containers = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers";

    private static readonly Dictionary<CosmosOperation, string> Actions = new()
    {
        [CosmosOperation.Create] = $"{Containers}/items/create",
        [CosmosOperation.Read] = $"{Containers}/items/read",
        [CosmosOperation.Replace] = $"{Containers}/items/replace",
        [CosmosOperation.Upsert] = $"{Containers}/items/upsert",
        [CosmosOperation.Delete] = $"{Containers}/items/delete",
        [CosmosOperation.ChangeFeed] = $"{Containers}/readChangeFeed",
        [CosmosOperation.ReadFeed] = $"{Containers}/executeQuery",
    };

    private CosmosTestServer _server = null!;
    private CosmosContainers? _containers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BicepFile Made => source[Path.Combine("modules", "cosmos.bicep")];

    private BicepFile Access => source[Path.Combine("modules", "cosmos-access.bicep")];

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");
        _server = await CosmosTestServer.StartAsync();
        foreach (var container in Resources())
        {
            var key = container["partitionKey"];
            _server.AddContainer(
                Made.Text(Made["databaseName"].Children[1]), Made.Text(container["id"]), Made.Text(key["paths"].Elements.Single()),
                container.Find("defaultTtl") is { } ttl ? Number(ttl) : null, Number(key["version"]));
        }
    }

    public ValueTask DisposeAsync()
    {
        _containers?.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public void The_account_takes_writes_in_one_region_and_no_key()
    {
        var account = Made.Resources("Microsoft.DocumentDB/databaseAccounts").Single()["properties"];

        Assert.Equal("false", Made.Text(account["enableMultipleWriteLocations"]));
        Assert.Equal("true", Made.Text(account["disableLocalAuth"]));
        Assert.Equal("Session", Made.Text(account.At("consistencyPolicy.defaultConsistencyLevel")));
        Assert.Equal("Continuous", Made.Text(account.At("backupPolicy.type")));
    }

    [Fact]
    public void Nothing_is_indexed() => Assert.All(Resources(), container =>
    {
        var policy = Made.Value(container["indexingPolicy"]);
        Assert.Empty(policy["includedPaths"].Elements);
        Assert.Equal("/*", Made.Text(policy["excludedPaths"].Elements.Single()["path"]));
    });

    [Fact]
    public void It_grows_by_itself_and_only_what_asks_for_it_expires()
    {
        var options = Made.Resources("Microsoft.DocumentDB/databaseAccounts/sqlDatabases").Single().At("properties.options");

        Assert.Equal("maxThroughput", options.At("autoscaleSettings.maxThroughput").Text);
        Assert.Equal([(CosmosContainers.LedgerName, null), (CosmosContainers.WorkName, "-1")], Resources().Select(container => (Made.Text(container["id"]), container.Find("defaultTtl")?.Text)));
    }

    [Theory]
    [InlineData("directoryPrincipalId")]
    [InlineData("operatorPrincipalId")]
    public void Whoever_does_not_redact_may_do_four_things_with_the_ledger_and_no_other(string who) =>
        Assert.Equal(
            ["Microsoft.DocumentDB/databaseAccounts/readMetadata", $"{Containers}/items/create", $"{Containers}/items/read", $"{Containers}/readChangeFeed"],
            Allowed(who).Where(allowed => allowed.Container == CosmosContainers.LedgerName).Select(allowed => allowed.Action).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_directory_may_append_and_read_and_keep_its_work()
    {
        var ledger = Open("directoryPrincipalId");
        var first = SomeEntries.After(null);

        Assert.Equal(AppendResult.Appended, await ledger.AppendAsync(first, Cancellation));
        Assert.Equal(AppendResult.Appended, await ledger.AppendAsync(SomeEntries.After(first), Cancellation));
        var restarted = Open("directoryPrincipalId");
        Assert.Equal(2, (await restarted.ReadAsync(0, Cancellation)).Entries.Count);
        Assert.Empty((await restarted.ReadAsync(2, Cancellation)).Entries);
        await WorkAsync(new CosmosWorkStore(_containers!, TimeProvider.System));
    }

    [Theory]
    [InlineData("directoryPrincipalId", AppendResult.ReadOnly)]
    [InlineData("operatorPrincipalId", AppendResult.ReadOnly)]
    [InlineData("redactorPrincipalId", AppendResult.Appended)]
    public async Task Only_who_may_redact_takes_a_body_out_of_an_entry(string who, AppendResult expected)
    {
        var first = SomeEntries.After(null);
        await Open("directoryPrincipalId").AppendAsync(first, Cancellation);
        var ledger = Open(who);
        await ledger.ReadAsync(0, Cancellation);

        Assert.Equal(expected, await ledger.AppendAsync(SomeEntries.Redacting(first, first, Audience.Secretariat), Cancellation));
    }

    private static async Task WorkAsync(CosmosWorkStore work)
    {
        var created = await work.PutAsync("draft/at/001", "one"u8.ToArray(), WorkCondition.Absent, TimeSpan.FromHours(1), Cancellation);
        var replaced = await work.PutAsync("draft/at/001", "two"u8.ToArray(), WorkCondition.Unchanged(created!), null, Cancellation);
        var overwritten = await work.PutAsync("draft/at/001", "three"u8.ToArray(), WorkCondition.Any, null, Cancellation);

        Assert.Equal(overwritten, (await work.ListAsync("draft/", Cancellation)).Single().Tag);
        Assert.NotEqual(replaced, overwritten);
        Assert.True(await work.DeleteAsync("draft/at/001", null, Cancellation));
    }

    /// <summary>A ledger that is allowed what the roles of a principal name.</summary>
    private CosmosLedger Open(string principal)
    {
        var allowed = Allowed(principal);
        _server.OnRequest = call => Actions.TryGetValue(call.Operation, out var action) && !allowed.Contains((call.Path.Split('/')[3], action)) ? Fault.Answer(403) : null;
        _containers?.Dispose();
        _containers = new CosmosContainers(new CosmosOptions(new Uri(_server.Endpoint)) { Key = CosmosTestServer.Key, Database = Made.Text(Made["databaseName"].Children[1]) });
        return new CosmosLedger(_containers, NullLogger<CosmosLedger>.Instance);
    }

    private HashSet<(string Container, string Action)> Allowed(string principal)
    {
        var roles = Access["roles"].Children[1].Elements.ToList();
        var holder = Access["holders"].Children[1].Elements.Single(holder => holder["principalId"].Text == principal);
        return [.. holder["roles"].Elements.Select(number => roles[Number(number)])
            .SelectMany(role => role["dataActions"].Elements.Select(action => (Access.Text(role["container"]), Access.Text(action))))];
    }

    private int Number(BicepNode node) => int.Parse(Made.Text(node), CultureInfo.InvariantCulture);

    private IEnumerable<BicepNode> Resources() =>
        Made.Resources("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers").Select(container => container.At("properties.resource"));
}
