using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>A collector that keeps what is sent to it by OTLP over HTTP.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.MapPost("/v1/{signal}", KeepAsync);
    }

    public string Address => _application.Urls.First();

    /// <summary>The settings that make a directory send here.</summary>
    public string[] Settings => ["--OTEL_EXPORTER_OTLP_ENDPOINT", Address, "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._application.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>All that came for a signal; names and texts are readable in the binary form as they are.</summary>
    public string Text(string signal) =>
        string.Concat(_received.Where(message => message.Path == $"/v1/{signal}").Select(message => Encoding.UTF8.GetString(message.Body)));

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
