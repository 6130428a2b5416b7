using System.Collections.Concurrent;
using System.Net;
using AuthorityDirectory.CosmosServer.Http;
using AuthorityDirectory.CosmosServer.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.CosmosServer;

/// <summary>An account of Azure Cosmos DB in the test's own process, as far as the directory uses one; README.md says what it does not show.</summary>
public sealed class CosmosTestServer : IAsyncDisposable
{
    /// <summary>The account's key: the Base64 of 64 bytes that are no secret.</summary>
    public static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 64).Select(number => (byte)number)]);

    private readonly WebApplication _application;
    private readonly Account _account;
    private readonly ConcurrentDictionary<CosmosOperation, int> _counts = [];
    private AccountAnswers? _answers;

    // A client otherwise asks the cloud's metadata address, which is not there.
    static CosmosTestServer() => Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");

    private CosmosTestServer(WebApplication application, TimeProvider time)
    {
        _application = application;
        _account = new Account(time);
        application.Run(HandleAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Endpoint => _application.Urls.First() + "/";

    /// <summary>What a client needs to connect with the account's key.</summary>
    public string ConnectionString => $"AccountEndpoint={Endpoint};AccountKey={Key};";

    /// <summary>Asked before each request is served what goes wrong with it; null, or an answer of null, when nothing does.</summary>
    public Func<CosmosCall, Fault?>? OnRequest { get; set; }

    /// <summary>How many regions take writes.</summary>
    public int WriteRegions
    {
        get => _account.WriteRegions;
        set => _account.WriteRegions = value;
    }

    /// <summary>The account's default consistency.</summary>
    public string Consistency
    {
        get => _account.Consistency;
        set => _account.Consistency = value;
    }

    /// <summary>Starts an empty account on a free port of this machine.</summary>
    /// <param name="time">The clock by which items expire; null for the system's.</param>
    public static async Task<CosmosTestServer> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
        });
        var server = new CosmosTestServer(builder.Build(), time ?? TimeProvider.System);
        await server._application.StartAsync();
        server._answers = new AccountAnswers(server._account, server.Endpoint);
        return server;
    }

    /// <summary>Makes a container as a deployment does; its database too when there is none of that name.</summary>
    /// <param name="partitionKeyVersion">1 makes what no request can make here, so that its refusal can be tested.</param>
    public void AddContainer(string database, string container, string partitionKeyPath, int? timeToLive = null, int partitionKeyVersion = 2) =>
        (_account.Find(database) ?? _account.Add(database)!)
            .Add(new ContainerDefinition(container, partitionKeyPath, partitionKeyVersion, timeToLive));

    /// <summary>How many requests of an operation have come.</summary>
    public int Count(CosmosOperation operation) => _counts.GetValueOrDefault(operation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var request = await CosmosRequest.ReadAsync(context.Request);
        var number = _counts.AddOrUpdate(request.Operation, 1, (_, count) => count + 1);
        var fault = OnRequest?.Invoke(new CosmosCall(request.Operation, request.Path, number));
        if (fault is null)
        {
            await Serve(request).WriteAsync(context);
            return;
        }

        await Task.Delay(fault.Delay);
        var answer = fault.AfterWork || fault is { Status: null, Drops: false } ? Serve(request) : null;
        await (fault.Drops ? Drop(context) : (fault.Status is null ? answer! : CosmosAnswer.Error(fault)).WriteAsync(context));
    }

    private CosmosAnswer Serve(CosmosRequest request)
    {
        try
        {
            Signature.Check(request, Key);
            return Answer(request);
        }
        catch (StoreException error)
        {
            return CosmosAnswer.Error(error.Status, error.Code, error.Message, error.Substatus);
        }
    }

    private CosmosAnswer Answer(CosmosRequest request) => request.Operation switch
    {
        CosmosOperation.ReadAccount => _answers!.ReadAccount(),
        CosmosOperation.ReadDatabase => _answers!.ReadDatabase(request),
        CosmosOperation.CreateDatabase => _answers!.CreateDatabase(request),
        CosmosOperation.ReadContainer => _answers!.ReadContainer(request),
        CosmosOperation.CreateContainer => _answers!.CreateContainer(request),
        CosmosOperation.ReadRanges => _answers!.ReadRanges(request),
        CosmosOperation.Other => throw new StoreException(400, "BadRequest", $"This server does not serve {request.Method} {request.Path}."),
        _ => new ItemAnswers(
            _account.Find(request.Database, request.Container)
            ?? throw new StoreException(404, "NotFound", "Owner resource does not exist", ItemAnswers.OwnerNotFound)).Answer(request),
    };

    private static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
