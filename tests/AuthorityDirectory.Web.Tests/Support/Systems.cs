using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Gives a test systems that ask the API with tokens of their own.</summary>
public static class Systems
{
    /// <summary>A system with a token of an account.</summary>
    public static async Task<ApiClient> SystemAsync(this DirectoryHost host, Account account, TokenScope scope = TokenScope.Write) =>
        new(host.Address, await host.TokenAsync(account, scope));

    /// <summary>A token of an account.</summary>
    public static async Task<string> TokenAsync(this DirectoryHost host, Account account, TokenScope scope = TokenScope.Write) =>
        (await host.Services.GetRequiredService<AccessTokens>().MakeAsync(account.Id, Secret.NewId(), "A system", scope, 30, TestContext.Current.CancellationToken))!;

    /// <summary>A system with a token of a new account.</summary>
    public static async Task<ApiClient> SystemAsync(this DirectoryHost host, ActorRole role, string? stateCode = null, TokenScope scope = TokenScope.Write) =>
        await host.SystemAsync(await host.InviteAsync(role, stateCode), scope);
}

/// <summary>A program that asks the API.</summary>
/// <param name="address">Where the directory is.</param>
/// <param name="token">What it sends with everything; null for nothing.</param>
public sealed class ApiClient(Uri address, string? token) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(address, "/odata/") };

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<ApiAnswer> PostAsync(string path, object? body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    /// <summary>An action on an entity as it is read now.</summary>
    public async Task<ApiAnswer> InvokeAsync(string entity, string action, object? body = null) =>
        await PostAsync($"{entity}/{action}", body, ("If-Match", (await GetAsync(entity)).Tag ?? "W/\"none\""));

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text, response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).ToDictionary(header => header.Key, header => header.Value.ToString()));
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>What it got.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">The headers of the answer.</param>
public sealed record ApiAnswer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string? Tag => Headers.GetValueOrDefault("ETag");

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>A text of the answer, by its name.</summary>
    public string? this[string name] => Json.GetProperty(name).ToString();

    public JsonElement Error => Json.GetProperty("error");

    /// <summary>The faults of the fields: the place and the kind of each.</summary>
    public IEnumerable<string> Faults => Error.TryGetProperty("details", out var details)
        ? details.EnumerateArray().Select(detail => $"{detail.GetProperty("target")} {detail.GetProperty("code")}") : [];
}
