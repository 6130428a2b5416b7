using System.Net;
using AuthorityDirectory.Web;
using AuthorityDirectory.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Benchmarks;

/// <summary>The real application on the loopback over a journal, with bytes beside it that are answered as they are: before everything of ours, and behind all of it.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    private const string Bare = "/bare";

    private readonly WebApplication _application;

    private BenchmarkHost(WebApplication application, StaticBody body)
    {
        _application = application;
        Body = body;
    }

    /// <summary>What the static addresses answer.</summary>
    public StaticBody Body { get; }

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IPEndPoint EndPoint => new(IPAddress.Loopback, Address.Port);

    /// <summary>Static bytes with the middleware that every answer of the directory passes.</summary>
    public Uri BehindAll => new(Address, "/static");

    /// <summary>Static bytes straight from the server.</summary>
    public Uri BeforeAll => new(Address, Bare);

    public Uri Query(string query) => new(Address, $"{DirectoryApi.Root}/{query}");

    public static async Task<BenchmarkHost> StartAsync(string folder)
    {
        var body = new StaticBody();
        string[] args = ["--urls", "http://127.0.0.1:0", "--contentRoot", Repository.Web, "--Storage:Folder", folder, "--Limits:RequestsPerMinute", "0", "--Logging:LogLevel:Default", "Warning"];
        var application = await DirectoryApplication.CreateAsync(args, builder => builder.Services.AddSingleton<IStartupFilter>(new BareFilter(body)));
        application.Map("/static", body.AnswerAsync);
        await application.StartAsync();
        return new(application, body);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private sealed class BareFilter(StaticBody body) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.Use(rest => context => context.Request.Path == Bare ? body.AnswerAsync(context) : rest(context));
            next(application);
        };
    }
}

/// <summary>Bytes that are answered as they are.</summary>
internal sealed class StaticBody
{
    public byte[] Bytes { get; set; } = [];

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
        context.Response.ContentLength = Bytes.Length;
        await context.Response.BodyWriter.WriteAsync(Bytes, context.RequestAborted);
    }
}
