using System.Text;
using System.Text.Json;
using AuthorityDirectory.OData.Http;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>A port on a real socket, for one test alone: it is written to.</summary>
internal sealed class PortService : IAsyncDisposable
{
    readonly WebApplication _application;

    PortService(WebApplication application)
    {
        _application = application;
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient { BaseAddress = new Uri(address + "/odata/") };
    }

    public HttpClient Client { get; }

    public HarbourOffice Office => _application.Services.GetRequiredService<HarbourOffice>();

    /// <summary>A port at which one ship has been announced.</summary>
    public static async Task<PortService> OpenAsync(ODataLimits? limits = null, Func<HttpContext, string, ValueTask<Refusal?>>? before = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<HarbourOffice>();
        var application = builder.Build();
        var service = new ODataService<Port>(Port.Model, new ODataOptions { Limits = limits ?? new ODataLimits { MaxBodyBytes = 20_000 }, BeforeAnswer = before });
        application.MapOData("/odata", service, http => service.Prepare(HarbourOffice.Of(http).Port));
        await application.StartAsync(TestContext.Current.CancellationToken);
        var port = new PortService(application);
        port.Office.Put(new Arrival("A1", "Vega", new DateOnly(2026, 5, 1), 7, Cargo.Grain, [], [], null, "Announced", "", 1));
        return port;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }

    /// <summary>Sends JSON as the harbourmaster, unless the headers say otherwise; an empty value leaves a header out.</summary>
    public Task<Reply> PostAsync(string request, string body, params (string Name, string Value)[] headers) => SendAsync("POST", request, body, headers);

    public Task<Reply> GetAsync(string request, params (string Name, string Value)[] headers) => SendAsync("GET", request, null, headers);

    public async Task<Reply> SendAsync(string method, string request, string? body, params (string Name, string Value)[] headers)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), Requests.Encode(request));
        if (body is not null)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = "Bearer master" };
        if (body is not null)
            all["Content-Type"] = "application/json";
        foreach (var (name, value) in headers)
            all[name] = value;
        foreach (var (name, value) in all.Where(header => header.Value.Length > 0))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await Client.SendAsync(message, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var known = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply((int)answer.StatusCode, known, text.Replace(Client.BaseAddress!.AbsoluteUri, "~/", StringComparison.Ordinal), Client.BaseAddress.AbsoluteUri);
    }
}

/// <summary>An answer; the service root is written as <c>~/</c>.</summary>
internal sealed record Reply(int Status, IReadOnlyDictionary<string, string> Headers, string Body, string Root)
{
    public string? this[string header] => Headers.GetValueOrDefault(header)?.Replace(Root, "~/", StringComparison.Ordinal);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public JsonElement Error => Json.GetProperty("error");

    /// <summary>The single reasons: target, code and message.</summary>
    public IReadOnlyList<string> Details =>
        [.. Error.GetProperty("details").EnumerateArray().Select(d => $"{(d.TryGetProperty("target", out var target) ? target.GetString() : "-")} {d.GetProperty("code")}: {d.GetProperty("message")}")];
}
