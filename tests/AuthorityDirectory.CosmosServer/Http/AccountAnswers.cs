using System.Globalization;
using System.Text.Json;
using AuthorityDirectory.CosmosServer.Store;

namespace AuthorityDirectory.CosmosServer.Http;

/// <summary>Account, databases, containers and their ranges.</summary>
internal sealed class AccountAnswers(Account account, string endpoint)
{
    private const string Stamp = "\"00000000-0000-0000-0000-000000000001\"";

    /// <remarks>Without limits of queries the client's query engine is half built, and its finalizer ends the process.</remarks>
    private const string QueryLimits =
        """
        {"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,"maxUdfRefPerSqlQuery":10,
        "maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,
        "sqlAllowAggregateFunctions":true,"sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,
        "sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,"sqlDisableOptimizationFlags":0,"sqlAllowTop":true,
        "enableSpatialIndexing":true}
        """;

    public CosmosAnswer ReadAccount() => CosmosAnswer.Json(200, new
    {
        _self = "",
        id = "local",
        _rid = "local.documents.azure.com",
        media = "//media/",
        addresses = "//addresses/",
        _dbs = "//dbs/",
        writableLocations = Regions(account.WriteRegions),
        readableLocations = Regions(Math.Max(1, account.WriteRegions)),
        enableMultipleWriteLocations = account.WriteRegions > 1,
        userReplicationPolicy = new { asyncReplication = false, minReplicaSetSize = 3, maxReplicasetSize = 4 },
        userConsistencyPolicy = new { defaultConsistencyLevel = account.Consistency },
        systemReplicationPolicy = new { minReplicaSetSize = 3, maxReplicasetSize = 4 },
        readPolicy = new { primaryReadCoefficient = 1, secondaryReadCoefficient = 1 },
        queryEngineConfiguration = QueryLimits,
    });

    public CosmosAnswer ReadDatabase(CosmosRequest request) =>
        account.Find(request.Database) is { } database ? Describe(200, database) : throw Container.NotFound();

    public CosmosAnswer CreateDatabase(CosmosRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return account.Add(body.RootElement.GetProperty("id").GetString()!) is { } database ? Describe(201, database) : throw Taken();
    }

    public CosmosAnswer ReadContainer(CosmosRequest request) =>
        account.Find(request.Database, request.Container) is { } container ? Describe(200, container) : throw Container.NotFound();

    public CosmosAnswer CreateContainer(CosmosRequest request)
    {
        var database = account.Find(request.Database) ?? throw Container.NotFound();
        return database.Add(ContainerDefinition.Read(request.Body)) is { } container ? Describe(201, container) : throw Taken();
    }

    /// <remarks>The client asks again and again until nothing has changed: without a tag it never stops.</remarks>
    public CosmosAnswer ReadRanges(CosmosRequest request)
    {
        var container = account.Find(request.Database, request.Container) ?? throw Container.NotFound();
        var ranges = new[]
        {
            new
            {
                _rid = container.Rid, id = "0", _etag = Stamp, minInclusive = "", maxExclusive = "FF", ridPrefix = 0, _self = $"{container.Self}pkranges/0/",
                throughputFraction = 1, status = "online", parents = Array.Empty<string>(), _ts = 1, _lsn = 1,
            },
        };
        var isKnown = request.Header("If-None-Match") == Stamp;
        return (isKnown ? new CosmosAnswer(304, []) : CosmosAnswer.Json(200, new { _rid = container.Rid, PartitionKeyRanges = ranges, _count = 1 }))
            .With("etag", Stamp)
            .With("x-ms-item-count", isKnown ? "0" : "1");
    }

    private object[] Regions(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new
        {
            name = string.Create(CultureInfo.InvariantCulture, $"Region {number}"),
            databaseAccountEndpoint = endpoint,
        })];

    private static CosmosAnswer Describe(int status, Database database) => CosmosAnswer.Json(status, new
    {
        id = database.Id,
        _rid = database.Rid,
        _self = $"dbs/{database.Rid}/",
        _etag = Stamp,
        _colls = "colls/",
        _users = "users/",
        _ts = 1,
    }).With("etag", Stamp);

    private static CosmosAnswer Describe(int status, Container container)
    {
        var definition = container.Definition;
        var description = new Dictionary<string, object>
        {
            ["id"] = definition.Id,
            ["indexingPolicy"] = new { indexingMode = "consistent", automatic = true, includedPaths = Array.Empty<object>(), excludedPaths = new[] { new { path = "/*" } } },
            ["partitionKey"] = new { paths = new[] { definition.PartitionKeyPath }, kind = "Hash", version = definition.PartitionKeyVersion },
            ["_rid"] = container.Rid,
            ["_self"] = container.Self,
            ["_etag"] = Stamp,
            ["_ts"] = 1,
            ["_docs"] = "docs/",
            ["_sprocs"] = "sprocs/",
            ["_triggers"] = "triggers/",
            ["_udfs"] = "udfs/",
            ["_conflicts"] = "conflicts/",
        };
        if (definition.TimeToLive is { } seconds)
        {
            description["defaultTtl"] = seconds;
        }

        return CosmosAnswer.Json(status, description).With("etag", Stamp);
    }

    private static StoreException Taken() => new(409, "Conflict", "Resource with specified id or name already exists.");
}
